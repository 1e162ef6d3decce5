using Charts;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

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
            ? new(segment.Run, [await ContentAsync(segment, await sheets.WorthOfAsync(segment.Run))], [], letterhead, Today, await SavedAsync(segment.Run)) : null;

    /// <summary>Null for a run that does not exist or has no segments.</summary>
    public async Task<ReportDocument?> OfRunAsync(int id)
    {
        var run = await db.Runs.Completed().Include(r => r.Dataset.Columns).Include(r => r.Segments).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id);
        var segments = run?.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).ToList();
        if (segments is not { Count: > 0 })
        {
            return null;
        }
        var (contents, worth) = (new List<ReportContent>(), await sheets.WorthOfAsync(run!));
        foreach (var segment in segments)
        {
            contents.Add(await ContentAsync(segment, worth));
        }
        return new(run!, contents, [RunCharts.Sizes(run!), (await charts.ScatterAsync(run!))!, RunCharts.Heatmap(run!)], letterhead, Today, await SavedAsync(run!));
    }

    public async Task<byte[]> PdfAsync(ReportDocument document, CancellationToken cancellation) =>
        await printer.PrintAsync(await views.RenderAsync("/Pages/Segments/_Report.cshtml", document), document.Header, cancellation);

    /// <summary>What made the segments comes first. A report goes from hand to hand, so names and addresses stay out of it.</summary>
    private static List<Column> Told(IReadOnlyList<Column> stored, SegmentProfile profile)
    {
        var clustered = profile.Features.Where(f => f.Clustered).Select(f => f.Name).ToHashSet();
        var addresses = Channels.Of(stored).Where(c => c.Role != ColumnRole.Consent).ToHashSet();
        return [.. stored.Where(c => c.Role is ColumnRole.Number or ColumnRole.Category && !addresses.Contains(c)).OrderByDescending(c => clustered.Contains(c.Name)).Take(ColumnsShown).OrderBy(c => c.Position)];
    }

    /// <summary>What nobody has rated is not printed.</summary>
    private async Task<SheetView?> SavedAsync(Run run) => await sheets.OfAsync(run) is { Saved: not null } sheet ? sheet : null;

    private async Task<ReportContent> ContentAsync(Segment segment, string? worth)
    {
        var (run, profile) = (segment.Run, segment.ReadProfile());
        var histograms = new List<Chart>();
        foreach (var feature in profile.Features.Take(HistogramsShown))
        {
            histograms.Add((await charts.HistogramAsync(run, feature.Name, segment.Index))!);
        }
        using var reader = store.Read(run.Dataset, run.DatasetVersion);
        return new ReportContent(segment, profile, await facts.AskAsync(segment.Id, () => Task.FromResult(SegmentFacts.Of(segment, reader))), Worth.Of(segment, worth), audiences.Of(segment, reader), RunCharts.Apart(segment),
            (await charts.ScatterAsync(run, segment: segment.Index))!, histograms,
            Told(reader.Stored, profile), [.. reader.Typical(run.Id, segment.Index, TypicalShown)]);
    }
}
