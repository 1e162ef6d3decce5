using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Account;

/// <summary>The secret until it is switched on, then the recovery codes once, then nothing.</summary>
[Authorize(Policy = Rights.Own)]
public sealed class SecondFactorPage(UserManager<User> users, SecondFactor second) : PageModel
{
    public const string Codes = "RecoveryCodes";

    public string Key { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string? Problem { get; private set; }
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public bool IsAsked => SecondFactorRule.IsMissing(User);

    public async Task<IActionResult> OnGetAsync()
    {
        RecoveryCodes = TempData[Codes] as string[];
        return RecoveryCodes is not null || await ShowSecretAsync() || IsAsked ? Page() : Redirect("/account");
    }

    /// <summary>For those who are sent here and may see nothing else yet.</summary>
    public async Task<IActionResult> OnPostPrepareAsync(string? password)
    {
        Problem = await second.PrepareAsync((await users.GetUserAsync(User))!, password ?? "");
        return Problem is null ? RedirectToPage() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code)
    {
        if (!await ShowSecretAsync())
        {
            return Redirect("/account");
        }
        (var codes, Problem) = await second.SwitchOnAsync((await users.GetUserAsync(User))!, code ?? "");
        if (Problem is not null)
        {
            return Page();
        }
        TempData[Codes] = codes.ToArray();
        return RedirectToPage();
    }

    private async Task<bool> ShowSecretAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            return false;
        }
        Key = string.Join(' ', key.ToLowerInvariant().Chunk(4).Select(four => new string(four)));
        Address = $"otpauth://totp/Dashboard:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Dashboard";
        return true;
    }
}
