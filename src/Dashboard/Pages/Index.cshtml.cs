using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages;

public sealed class Index(DashboardDb db, SampleCustomers sample, WorkQueue queue, TargetSheets sheets) : PageModel
{
    private const int Shown = 5;

    public bool HasCustomers { get; private set; }
    public Run? Active { get; private set; }
    public IReadOnlyList<Segment> Segments { get; private set; } = [];

    /// <summary>Those that are worth most first.</summary>
    public IReadOnlyList<SegmentCard> Cards { get; private set; } = [];
    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public IReadOnlyList<Import> Imports { get; private set; } = [];

    /// <summary>The newest import into the customers of the segmentation in use.</summary>
    public Import? Newest { get; private set; }

    /// <summary>How large the segments were that those in use go on from, by id.</summary>
    public Dictionary<int, int> Before { get; private set; } = [];

    /// <summary>The segmentation that they are of.</summary>
    public Run? RunBefore { get; private set; }

    /// <summary>The newest comparison of other customers with those of the segmentation in use.</summary>
    public DriftCheck? Drift { get; private set; }

    public async Task OnGetAsync()
    {
        HasCustomers = await db.Datasets.AnyAsync(d => d.Customers > 0);
        Runs = await db.Runs.Include(r => r.Dataset).OrderByDescending(r => r.Id).Take(Shown).ToListAsync();
        Active = await db.Runs.Include(r => r.Dataset).Include(r => r.Segments).ActiveAsync();
        Segments = Active is null ? [] : [.. Active.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index)];
        Imports = await db.Imports.Include(i => i.Dataset).OrderByDescending(i => i.Id).Take(Shown).ToListAsync();
        if (Active is not null)
        {
            var earlier = Segments.Select(s => s.EarlierId).ToList();
            var before = await db.Segments.AsNoTracking().Include(s => s.Run).Where(s => earlier.Contains(s.Id)).ToListAsync();
            (Before, RunBefore) = (before.ToDictionary(s => s.Id, s => s.Size), before.FirstOrDefault()?.Run);
            Cards = SegmentCard.Of(Active, await sheets.WorthOfAsync(Active), Before);
            Drift = await db.DriftChecks.AsNoTracking().Where(c => c.RunId == Active.Id).OrderByDescending(c => c.Id).FirstOrDefaultAsync();
            Newest = await db.Imports.Where(i => i.DatasetId == Active.DatasetId && i.Status == WorkStatus.Completed).OrderByDescending(i => i.Id).FirstOrDefaultAsync();
        }
    }

    /// <summary>What all customers of the segmentation in use come to in the column of what one is worth; null without such a column.</summary>
    public (string Total, string Label)? Value => Cards.Select(c => c.Worth).FirstOrDefault(w => w is not null) is not { Feature: var feature } ? null
        : (Figure.WithUnit(Active!.Segments.Sum(s => Worth.TotalOf(s, feature.Name) ?? 0), feature.Unit), feature.Label);

    public static string Sum(ImportCounts rows)
    {
        var parts = new[] { (rows.Imported, "new"), (rows.Updated, "changed"), (rows.Unchanged, "as before"), (rows.Rejected, "rejected") };
        return string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => $"{p.Item1:N0} {p.Item2}").DefaultIfEmpty("no rows"));
    }

    public async Task<IActionResult> OnPostSampleAsync(CancellationToken cancellation)
    {
        var import = await sample.RequestAsync(User.Identity?.Name ?? "", cancellation);
        await queue.StartAsync(import);
        return Redirect($"/datasets/{import.DatasetId}");
    }
}
