using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Pages.Runs;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Models;

public sealed class Index(DashboardDb db, RunPlacers placers, RunChanges changes, RunCharts charts) : PageModel
{
    private const int MostShown = 100;

    public PlacingRun? Placing { get; private set; }
    public ClassifierScores? Scores { get; private set; }

    /// <summary>The data sets that have a model.</summary>
    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public string? WhyNoSql { get; private set; }
    public string? WhyNoFile { get; private set; }
    public IReadOnlyList<string> Limits { get; private set; } = [];
    public IReadOnlyList<ApiExample> Examples { get; private set; } = [];

    /// <summary>All of the same data set, archived ones last.</summary>
    public IReadOnlyList<Run> All { get; private set; } = [];

    /// <summary>Who put which to use, the latest first.</summary>
    public IReadOnlyList<Activation> History { get; private set; } = [];
    public bool IsActive => Placing is not null && Placing.Run.Id == ActiveId;
    public int? ActiveId { get; private set; }
    public DriftCheck? Drift { get; private set; }

    /// <summary>What its segments are like and where they lie, as on the page of the run.</summary>
    public IEnumerable<DrawingView> Drawings => [Drawing("heatmap"), Drawing("scatter")];

    public async Task<IActionResult> OnGetAsync(int? datasetId, int? runId)
    {
        if (await placers.FindAsync(runId, datasetId) is not { } model)
        {
            return datasetId is null && runId is null ? Page() : NotFound();
        }
        ActiveId = (await placers.FindAsync(null, model.Run.DatasetId))?.Run.Id;
        All = await db.Runs.AsNoTracking().Completed().Where(r => r.DatasetId == model.Run.DatasetId)
            .OrderBy(r => r.ArchivedAt != null).ThenByDescending(r => r.ActivatedAt).ThenByDescending(r => r.Id).Take(MostShown).ToListAsync();
        History = await db.Activations.AsNoTracking().Include(a => a.Run).Where(a => a.Run.DatasetId == model.Run.DatasetId).OrderByDescending(a => a.Id).Take(MostShown).ToListAsync();
        Drift = await db.DriftChecks.AsNoTracking().Where(c => c.RunId == model.Run.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync();
        Placing = model;
        Scores = await db.Classifiers.ScoresAsync(model.Run.Id);
        Datasets = await db.Datasets.AsNoTracking().Where(d => d.Runs.Any(r => r.Status == WorkStatus.Completed)).OrderBy(d => d.Name).ToListAsync();
        (WhyNoSql, WhyNoFile) = (ModelSql.WhyNot(model), ModelFile.WhyNot(model));
        Limits = [.. ModelLimits.Of(model)];
        Examples = ApiExample.For(model, $"{Request.Scheme}://{Request.Host}/api/v1");
        return Page();
    }

    public async Task<IActionResult> OnPostActivateAsync(int id)
    {
        if (await db.Runs.FindAsync(id) is not { } run)
        {
            return NotFound();
        }
        var isDone = await changes.ActivateAsync(run, User.Identity?.Name ?? "");
        TempData[isDone ? "Notice" : "Warning"] = isDone ? $"“{run.Name}” places customers from now on." : "An archived model has to be brought back first.";
        return Redirect($"/models?datasetId={run.DatasetId}");
    }

    public async Task<IActionResult> OnPostArchiveAsync(int id, bool archived)
    {
        if (await db.Runs.FindAsync(id) is not { } run)
        {
            return NotFound();
        }
        var isDone = await changes.ArchiveAsync(run, archived);
        TempData[isDone ? "Notice" : "Warning"] = !isDone ? "The model in use cannot be archived. Put another one to use first."
            : archived ? $"“{run.Name}” is archived: it is no longer offered to place customers by." : $"“{run.Name}” is back.";
        return Redirect($"/models?datasetId={run.DatasetId}");
    }

    private DrawingView Drawing(string name) => new(() => charts.DrawAsync(name, Placing!.Run), db.Writes, $"/runs/{Placing!.Run.Id}/charts/{name}", "", 560, 400);
}
