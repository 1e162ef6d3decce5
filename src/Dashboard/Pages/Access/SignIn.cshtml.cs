using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Access;

[AllowAnonymous]
public sealed class SignIn(SignInManager<User> signIn, DashboardDb db, IPasswordHasher<User> hasher) : PageModel
{
    private static readonly User Nobody = new() { UserName = "nobody" };
    private static string? _hashOfNobody;

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await db.Users.AnyAsync() ? Page() : RedirectToPage("/Access/SetUp");

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await signIn.UserManager.FindByEmailAsync(Email ?? "");
        var result = user is null ? CheckNobody() : await signIn.PasswordSignInAsync(user, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect("/");
        }
        Problem = "E-mail or password is wrong, or there were too many attempts. After five, wait 15 minutes.";
        return Page();
    }

    /// <summary>An unknown address takes as long as a wrong password, so that nobody learns who has an account.</summary>
    private Microsoft.AspNetCore.Identity.SignInResult CheckNobody()
    {
        _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _hashOfNobody, Password ?? "");
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }
}
