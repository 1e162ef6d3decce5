using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Pages.Runs;

public sealed class Show(DashboardDb db, RunCharts charts, RunChanges changes) : PageModel
{
    public Run Run { get; private set; } = null!;
    public RunSettings Settings => RunSettings.FromJson(Run.Settings);
    public RunModel Found => RunModel.FromJson(Run.Model!);
    public IReadOnlyList<Segment> Segments => [.. Run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index)];
    public Segment? Noise => Run.Segments.Find(s => s.IsNoise);
    public bool IsActive { get; private set; }

    /// <summary>The import of its version was undone; it keeps its customers all the same.</summary>
    public bool IsTakenBack { get; private set; }
    public IReadOnlyList<FeatureProfile> Features { get; private set; } = [];
    public string? X { get; private set; }
    public string? Y { get; private set; }
    public Chart? Scatter { get; private set; }
    public Chart? Heatmap => Segments.Count == 0 ? null : RunCharts.Heatmap(Run);
    public Chart? Sizes => RunCharts.Sizes(Run);
    public Chart? Elbow => RunCharts.ElbowOf(Run);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Runs.WithSegmentsAsync(int.Parse((string)RouteData.Values["id"]!)) is not { } run)
        {
            context.Result = NotFound();
            return;
        }
        Run = run;
        await next();
    }

    public async Task OnGetAsync(string? x, string? y)
    {
        if (Run.Status != WorkStatus.Completed)
        {
            return;
        }
        IsTakenBack = await db.Imports.AnyAsync(i => i.DatasetId == Run.DatasetId && i.Version == Run.DatasetVersion && i.Status == WorkStatus.Undone);
        Features = [.. Run.Segments[0].ReadProfile().Features.Where(f => f.Clustered)];
        (X, Y) = (x ?? Features[0].Name, y ?? Features[Math.Min(1, Features.Count - 1)].Name);
        IsActive = (await db.Runs.ActiveAsync(Run.DatasetId))?.Id == Run.Id;
        Scatter = await charts.ScatterAsync(Run, X, Y);
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await changes.CancelAsync(Run);
        return Back();
    }

    public async Task<IActionResult> OnPostActivateAsync()
    {
        TempData["Notice"] = await changes.ActivateAsync(Run) ? "This segmentation is now the one in use." : null;
        return Back();
    }

    public async Task<IActionResult> OnPostRenameAsync(string? name)
    {
        if (Names.Tidy(name) is not { Length: > 0 } tidy)
        {
            TempData["Warning"] = "A run needs a name.";
            return Back();
        }
        Run.Name = tidy;
        await db.SaveChangesAsync();
        TempData["Notice"] = "Renamed.";
        return Back();
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (!await changes.DeleteAsync(Run))
        {
            TempData["Warning"] = "Cancel the run first.";
            return Back();
        }
        TempData["Notice"] = $"“{Run.Name}” was deleted.";
        return Redirect("/runs");
    }

    private RedirectResult Back() => Redirect($"/runs/{Run.Id}");
}
