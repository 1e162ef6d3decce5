using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Models;

public sealed class Index(DashboardDb db, RunPlacers placers) : PageModel
{
    public PlacingRun? Placing { get; private set; }
    public ClassifierScores? Scores { get; private set; }

    /// <summary>The data sets that have a model.</summary>
    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public string? WhyNoSql { get; private set; }
    public string? WhyNoFile { get; private set; }
    public IReadOnlyList<string> Limits { get; private set; } = [];
    public IReadOnlyList<ApiExample> Examples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? datasetId)
    {
        if (await placers.FindAsync(null, datasetId) is not { } model)
        {
            return datasetId is null ? Page() : NotFound();
        }
        Placing = model;
        Scores = await db.Classifiers.ScoresAsync(model.Run.Id);
        Datasets = await db.Datasets.AsNoTracking().Where(d => d.Runs.Any(r => r.Status == WorkStatus.Completed)).OrderBy(d => d.Name).ToListAsync();
        (WhyNoSql, WhyNoFile) = (ModelSql.WhyNot(model), ModelFile.WhyNot(model));
        Limits = [.. ModelLimits.Of(model)];
        Examples = ApiExample.For(model, $"{Request.Scheme}://{Request.Host}/api/v1");
        return Page();
    }
}
