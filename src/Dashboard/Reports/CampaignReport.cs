using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Reports;

/// <summary>Gathers the report of a segment, or of all segments of a run, and prints it.</summary>
public sealed class CampaignReport(
    DashboardDb db, CustomerStore store, RunCharts charts, Audiences audiences, Letterhead letterhead, ViewText views, ReportPrinter printer, LocalTime local, TimeProvider time, UntilWritten<int, SegmentFacts> facts, TargetSheets sheets)
{
    private const int TypicalShown = 3;
    private const int ColumnsShown = 5;
    private const int HistogramsShown = 3;

    private string Today => local.Date(time.GetUtcNow().UtcDateTime);

    /// <summary>Null for a segment that does not exist.</summary>
    public async Task<ReportDocument?> OfSegmentAsync(int id) =>
        await db.Segments.Include(s => s.Run.Dataset.Columns).WithRunAsync(id) is { } segment
            ? new(segment.Run, [await ContentAsync(segment)], [], letterhead, Today, await SavedAsync(segment.Run)) : null;

    /// <summary>Null for a run that does not exist or has no segments.</summary>
    public async Task<ReportDocument?> OfRunAsync(int id)
    {
        var run = await db.Runs.Completed().Include(r => r.Dataset.Columns).Include(r => r.Segments).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id);
        var segments = run?.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).ToList();
        if (segments is not { Count: > 0 })
        {
            return null;
        }
        var contents = new List<ReportContent>();
        foreach (var segment in segments)
        {
            contents.Add(await ContentAsync(segment));
        }
        return new(run!, contents, [RunCharts.Sizes(run!), (await charts.ScatterAsync(run!))!, RunCharts.Heatmap(run!)], letterhead, Today, await SavedAsync(run!));
    }

    public async Task<byte[]> PdfAsync(ReportDocument document, CancellationToken cancellation) =>
        await printer.PrintAsync(await views.RenderAsync("/Pages/Segments/_Report.cshtml", document), document.Header, cancellation);

    /// <summary>What nobody has rated is not printed.</summary>
    private async Task<SheetView?> SavedAsync(Run run) => await sheets.OfAsync(run) is { Saved: not null } sheet ? sheet : null;

    private async Task<ReportContent> ContentAsync(Segment segment)
    {
        var (run, profile) = (segment.Run, segment.ReadProfile());
        var histograms = new List<Chart>();
        foreach (var feature in profile.Features.Take(HistogramsShown))
        {
            histograms.Add((await charts.HistogramAsync(run, feature.Name, segment.Index))!);
        }
        using var reader = store.Read(run.Dataset, run.DatasetVersion);
        return new ReportContent(segment, profile, await facts.AskAsync(segment.Id, () => Task.FromResult(SegmentFacts.Of(segment, reader))), audiences.Of(segment, reader), RunCharts.Apart(segment),
            (await charts.ScatterAsync(run, segment: segment.Index))!, histograms,
            [.. reader.Stored.Take(ColumnsShown)], [.. reader.Typical(run.Id, segment.Index, TypicalShown)]);
    }
}
