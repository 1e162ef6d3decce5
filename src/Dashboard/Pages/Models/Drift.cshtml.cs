using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Models;

public sealed class Drift(DashboardDb db) : PageModel
{
    private const int MostShown = 100;

    public Run Run { get; private set; } = null!;
    public IReadOnlyList<DriftCheck> Checks { get; private set; } = [];

    /// <summary>The one that is shown: the one chosen, else the newest.</summary>
    public DriftCheck? Check { get; private set; }
    public DriftFindings? Found { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Runs.AsNoTracking().Completed().WithSegmentsAsync(int.Parse((string)RouteData.Values["id"]!)) is not { } run)
        {
            context.Result = NotFound();
            return;
        }
        Run = run;
        Checks = await db.DriftChecks.AsNoTracking().Where(c => c.RunId == run.Id).OrderByDescending(c => c.Id).Take(MostShown).ToListAsync();
        await next();
    }

    public IActionResult OnGet(int? check)
    {
        Check = check is null ? Checks.FirstOrDefault() : Checks.FirstOrDefault(c => c.Id == check);
        Found = Check is null ? null : DriftFindings.FromJson(Check.Findings);
        return check is not null && Check is null ? NotFound() : Page();
    }
}
