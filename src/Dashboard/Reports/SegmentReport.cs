using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Reports;

/// <summary>Gathers a segment's report and prints it.</summary>
public sealed class SegmentReport(DashboardDb db, CustomerStore store, RunCharts charts, ViewText views, ReportPrinter printer, LocalTime local, TimeProvider time)
{
    private const int TypicalShown = 3;
    private const int ColumnsShown = 5;
    private const int HistogramsShown = 4;

    public async Task<ReportContent?> ContentAsync(int segmentId)
    {
        if (await db.Segments.WithRunAsync(segmentId) is not { } segment)
        {
            return null;
        }
        var (run, profile) = (segment.Run, segment.ReadProfile());
        var dataset = await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == run.DatasetId);
        var histograms = new List<Chart>();
        foreach (var feature in profile.Features.Take(HistogramsShown))
        {
            histograms.Add((await charts.HistogramAsync(run, feature.Name, segment.Index))!);
        }
        using var reader = store.Read(dataset, run.DatasetVersion);
        return new ReportContent(segment, profile, RunSettings.FromJson(run.Settings), RunModel.FromJson(run.Model!), SegmentFacts.Of(segment, reader), RunCharts.Apart(segment),
            (await charts.ScatterAsync(run, segment: segment.Index))!, histograms,
            [.. reader.Stored.Take(ColumnsShown)], [.. reader.Typical(run.Id, segment.Index, TypicalShown)], local.Date(time.GetUtcNow().UtcDateTime));
    }

    /// <summary>Null for a segment that does not exist.</summary>
    public async Task<byte[]?> PdfAsync(int segmentId, CancellationToken cancellation)
    {
        if (await ContentAsync(segmentId) is not { } content)
        {
            return null;
        }
        var html = await views.RenderAsync("/Pages/Segments/_Report.cshtml", content);
        return await printer.PrintAsync(html, $"{content.Segment.Name} · {content.Run.Dataset.Name} · run {content.Run.Id} · {content.Date}", cancellation);
    }
}
