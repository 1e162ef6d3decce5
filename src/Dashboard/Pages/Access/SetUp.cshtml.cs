using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Access;

/// <summary>Open until there is a first user, then gone.</summary>
[AllowAnonymous]
public sealed class SetUp(DashboardDb db, SetUpToken token, FirstAccess first, UserManager<User> users, Sessions sessions, AuditQueue audit) : PageModel
{
    [BindProperty]
    public string? Token { get; set; }

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public bool NeedsToken => token.IsNeeded(HttpContext);
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await db.Users.AnyAsync() ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await db.Users.AnyAsync())
        {
            return NotFound();
        }
        if (!token.Accepts(Token, HttpContext))
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            audit.Add(HttpContext, "set-up.refused", "wrong token", "nobody");
            Problem = "This is not the token that the site printed.";
            return Page();
        }
        Problem = await first.AddAdministratorAsync(Email ?? "", Password ?? "");
        if (Problem is not null)
        {
            return Page();
        }
        await sessions.BeginAsync((await users.FindByEmailAsync(Email!))!);
        return Redirect("/");
    }
}
