using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>The rejected rows of the latest import: line number, the row as it was, reason.</summary>
public static class RejectsCsv
{
    public static async Task<bool> ExistsAsync(DashboardDb db, int datasetId) => await db.Imports.AnyAsync(i => i.DatasetId == datasetId);

    public static async Task WriteAsync(DashboardDb db, int datasetId, Stream output, CancellationToken cancellation)
    {
        var import = await db.Imports.Where(i => i.DatasetId == datasetId).OrderByDescending(i => i.Id).FirstAsync(cancellation);
        await using var csv = new CsvText(output);
        csv.Row("line", "row", "reason");
        await foreach (var reject in db.RejectedRows.Where(r => r.ImportId == import.Id).OrderBy(r => r.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            csv.Number(reject.Line);
            csv.Text(reject.Raw);
            csv.Text(reject.Reason);
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }
}
