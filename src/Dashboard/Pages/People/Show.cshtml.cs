using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.People;

[Authorize(Policy = Rights.Administer)]
public sealed class Show(DashboardDb db, Accounts accounts) : PageModel
{
    public static IEnumerable<SelectListItem> Choices => Roles.All.Select(role => new SelectListItem(role, role));

    public Person Person { get; private set; } = null!;
    public bool IsMe => Person.Email == User.Identity?.Name;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!);
        if (await db.People(id).SingleOrDefaultAsync() is not { } person)
        {
            context.Result = NotFound();
            return;
        }
        Person = person;
        await next();
    }

    public Task<IActionResult> OnPostRoleAsync(string? role) => DoneAsync(accounts.ChangeRoleAsync(Person.Id, role ?? ""), "The role is saved.");

    public Task<IActionResult> OnPostExportAsync(bool may) =>
        DoneAsync(accounts.LetExportAsync(Person.Id, may), may ? "They may export from now on." : "They may not export any more.");

    public Task<IActionResult> OnPostSignOutAsync() => DoneAsync(accounts.SignOutAsync(Person.Id), "They are signed out everywhere.");

    public Task<IActionResult> OnPostSecondFactorAsync() => DoneAsync(accounts.SwitchOffSecondFactorAsync(Person.Id), "The second factor is off.");

    public Task<IActionResult> OnPostDisableAsync() => DoneAsync(accounts.DisableAsync(Person.Id), "The account is disabled.");

    public Task<IActionResult> OnPostEnableAsync() => DoneAsync(accounts.EnableAsync(Person.Id), "The account is open again.");

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        var done = await DoneAsync(accounts.DeleteAsync(Person.Id), $"The account of {Person.Email} was deleted.");
        return await db.People(Person.Id).AnyAsync() ? done : Redirect("/people");
    }

    public async Task<IActionResult> OnPostResetAsync()
    {
        if (await accounts.ResetLinkAsync(Person.Id, User.Identity!.Name!) is { } token)
        {
            this.Tell(token, Person.Email);
        }
        return Redirect($"/people/{Person.Id}");
    }

    private async Task<IActionResult> DoneAsync(Task<string?> change, string notice)
    {
        var problem = await change;
        TempData[problem is null ? "Notice" : "Warning"] = problem ?? notice;
        return Redirect($"/people/{Person.Id}");
    }
}
