using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.People;

[Authorize(Policy = Rights.Administer)]
public sealed class Index(DashboardDb db, Accounts accounts, OneTimeLinks links, TimeProvider time) : PageModel
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Role { get; set; } = Roles.Marketer;

    public IReadOnlyList<Person> People { get; private set; } = [];
    public IReadOnlyList<OneTimeLink> Invitations { get; private set; } = [];
    public string? Problem { get; private set; }
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        People = await db.People().ToListAsync();
        Invitations = await links.InvitationsAsync();
        await next();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var email = (Email ?? "").Trim();
        (var token, Problem) = await accounts.InviteAsync(email, Role ?? "", User.Identity!.Name!);
        if (token is null)
        {
            return Page();
        }
        this.Tell(token, email);
        return Redirect("/people");
    }

    public async Task<IActionResult> OnPostRevokeAsync(int link)
    {
        await accounts.TakeBackAsync(link);
        TempData["Notice"] = "The invitation was taken back.";
        return Redirect("/people");
    }
}
