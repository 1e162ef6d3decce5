using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Access;

[AllowAnonymous]
public sealed class SignIn(Sessions sessions, DashboardDb db) : SignInPage
{
    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() =>
        await db.Users.AnyAsync() ? Page() : RedirectToPage("/Access/SetUp");

    public async Task<IActionResult> OnPostAsync()
    {
        var attempt = await sessions.BeginAsync(Email ?? "", Password ?? "");
        return attempt.NeedsCode ? RedirectToPage("/Access/SignInCode", new { ReturnUrl })
            : Answer(attempt, "E-mail or password is wrong, or there were too many attempts. After five, wait 15 minutes.");
    }
}
