using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Pages.Shared;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Runs;

public sealed class Show(DashboardDb db, RunCharts charts, RunChanges changes, TargetSheets sheets, AuditLog audit) : RunPage(db)
{
    public Segment? Noise => Run.Segments.Find(s => s.IsNoise);
    public bool IsActive { get; private set; }

    /// <summary>The import of its version was undone; it keeps its customers all the same.</summary>
    public bool IsTakenBack { get; private set; }
    public string X { get; private set; } = "";
    public string Y { get; private set; } = "";
    public IReadOnlyList<SegmentCard> Cards { get; private set; } = [];
    public DrawingView Scatter { get; private set; } = null!;
    public DrawingView Heatmap { get; private set; } = null!;
    public DrawingView Sizes { get; private set; } = null!;
    public DrawingView Elbow { get; private set; } = null!;

    /// <summary>Its features stand in several blocks, so that the sizes find room on the other side.</summary>
    public bool IsHeatmapTall => Numbers.Count > 4;

    public bool HasElbow => RunCharts.ElbowOf(Run) is not null;

    protected override bool NeedsResult => false;

    public async Task OnGetAsync(string? x, string? y)
    {
        if (Run.Status != WorkStatus.Completed)
        {
            return;
        }
        IsTakenBack = await Db.Imports.AnyAsync(i => i.DatasetId == Run.DatasetId && i.Version == Run.DatasetVersion && i.Status == WorkStatus.Undone);
        IsActive = (await Db.Runs.ActiveAsync(Run.DatasetId))?.Id == Run.Id;
        Cards = SegmentCard.Of(Run, await sheets.WorthOfAsync(Run));
        X = Chosen(x);
        Y = Chosen(y, X);
        Scatter = View("scatter", 560, 560, new(X, Y));
        Heatmap = View("heatmap", 420, 300);
        Sizes = View("sizes", IsHeatmapTall ? 560 : 420, 220);
        Elbow = View("elbow", 480, 300);
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await changes.CancelAsync(Run);
        return Back();
    }

    public async Task<IActionResult> OnPostActivateAsync()
    {
        TempData["Notice"] = await changes.ActivateAsync(Run, User.Identity?.Name ?? "") ? "This segmentation is now the one in use." : null;
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
        await audit.AddAsync("run.renamed", $"run {Run.Id}, {tidy}");
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

    private DrawingView View(string name, double width, double height, ChartChoice? choice = null) =>
        View(() => charts.DrawAsync(name, Run, choice), name, Choice(("x", choice?.X), ("y", choice?.Y)), width, height);

    private RedirectResult Back() => Redirect($"/runs/{Run.Id}");
}
