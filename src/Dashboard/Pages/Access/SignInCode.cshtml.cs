using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Access;

/// <summary>The second step, for those who have a second factor; whoever comes without the first is sent there.</summary>
[AllowAnonymous]
public sealed class SignInCode(Sessions sessions, SignInManager<User> signIn) : SignInPage
{
    [BindProperty]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync() => await IsHalfWayAsync() ? Page() : Back();

    public async Task<IActionResult> OnPostAsync() => await IsHalfWayAsync()
        ? Answer(await sessions.ContinueAsync(Code ?? ""), "The code is wrong or was used, or there were too many attempts. After five, wait 15 minutes.")
        : Back();

    private async Task<bool> IsHalfWayAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is not null;

    private RedirectToPageResult Back() => RedirectToPage("/Access/SignIn", new { ReturnUrl });
}
