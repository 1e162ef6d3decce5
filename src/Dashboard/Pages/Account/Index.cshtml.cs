using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Account;

/// <summary>Everyone's own; whose it is comes from the session alone, never from the request.</summary>
[Authorize(Policy = Rights.Own)]
public sealed class Index(DashboardDb db, UserManager<User> users, OwnAccount account, SecondFactor second, Sessions sessions, OpenSessions open, AuditLog audit) : PageModel
{
    private User _user = null!;

    public Person Person { get; private set; } = null!;
    public int CodesLeft { get; private set; }
    public string? Problem { get; private set; }
    public IReadOnlyList<Session> Open { get; private set; } = [];
    public Guid? Here { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        _user = (await users.GetUserAsync(User))!;
        Person = await db.People(_user.Id).SingleAsync();
        CodesLeft = await users.CountRecoveryCodesAsync(_user);
        (Open, Here) = (await open.OfAsync(User), await HttpContext.SessionAsync());
        await next();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session)
    {
        if (await open.EndAsync(session, User))
        {
            await audit.AddAsync("session.ended", _user.Email!);
        }
        TempData["Notice"] = "That session is over.";
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllAsync(User);
        return Redirect("/sign-in");
    }

    public async Task<IActionResult> OnPostNameAsync(string? name) => Done(await account.RenameAsync(_user, name ?? ""), "The name is saved.");

    public async Task<IActionResult> OnPostPasswordAsync(string? present, string? wished) =>
        Done(await account.ChangePasswordAsync(_user, present ?? "", wished ?? ""), "The password is changed. Everywhere else you are signed out.");

    public async Task<IActionResult> OnPostPrepareAsync(string? password)
    {
        Problem = await second.PrepareAsync(_user, password ?? "");
        return Problem is null ? RedirectToPage("SecondFactor") : Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password)
    {
        (var codes, Problem) = await second.RenewCodesAsync(_user, password ?? "");
        if (Problem is not null)
        {
            return Page();
        }
        TempData[SecondFactorPage.Codes] = codes.ToArray();
        return RedirectToPage("SecondFactor");
    }

    public async Task<IActionResult> OnPostSwitchOffAsync(string? password, string? code) =>
        Done(await second.SwitchOffAsync(_user, password ?? "", code ?? ""), "The second factor is off.");

    private IActionResult Done(string? problem, string notice)
    {
        Problem = problem;
        if (problem is not null)
        {
            return Page();
        }
        TempData["Notice"] = notice;
        return Redirect("/account");
    }
}
