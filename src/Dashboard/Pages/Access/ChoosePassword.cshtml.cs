using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Access;

/// <summary>Where a one-time link leads: of an invitation, or for a forgotten password.</summary>
[AllowAnonymous]
public sealed class ChoosePassword(OneTimeLinks links, OwnAccount account) : PageModel
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public OneTimeLink? Link { get; private set; }
    public string? Problem { get; private set; }

    public Task OnGetAsync(string token) => FindAsync(token);

    public async Task<IActionResult> OnPostAsync(string token)
    {
        await FindAsync(token);
        Problem = Link is null ? OwnAccount.LinkIsGone : await account.AcceptAsync(token, Name ?? "", Password ?? "");
        if (Problem is not null)
        {
            return Page();
        }
        TempData["Notice"] = "Your password is saved. Sign in with it.";
        return Redirect("/sign-in");
    }

    private async Task FindAsync(string token)
    {
        Link = await links.FindAsync(token);
        Response.StatusCode = Link is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
    }
}
