using Dashboard.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Access;

/// <summary>What the two steps of signing in have in common: where they lead, and how they refuse.</summary>
public abstract class SignInPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    protected IActionResult Answer(Attempt attempt, string refusal)
    {
        if (attempt.Succeeded)
        {
            return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect("/");
        }
        Problem = refusal;
        if (attempt.Wait is { } wait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = wait.TotalSeconds.ToString("0");
            Problem = $"There were too many attempts to sign in. Try again in {(wait.TotalMinutes < 1 ? "a few seconds" : wait.TotalMinutes < 2 ? "a minute" : $"{wait.TotalMinutes:0} minutes")}.";
        }
        return Page();
    }
}
