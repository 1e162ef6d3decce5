using Dashboard.Data;
using Dashboard.Reports;

namespace Dashboard.Demo;

/// <summary>The report of each segment as a file, printed anew each time so that it shows the names of today.</summary>
public sealed class ReportFiles(CampaignReport report, StorageFolder folder)
{
    public string Folder => folder.Reports;

    /// <summary>How many were written.</summary>
    public async Task<int> WriteAsync(Run run, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var segment in run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index))
        {
            var pdf = await report.PdfAsync((await report.OfSegmentAsync(segment.Id))!, cancellation);
            await File.WriteAllBytesAsync(Path.Combine(Folder, $"run-{run.Id}-segment-{segment.Index + 1}.pdf"), pdf, cancellation);
            written++;
        }
        return written;
    }
}
