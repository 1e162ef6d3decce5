using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>The rejected rows of one import, the latest unless another is named: line number, the row as it was, reason.</summary>
public static class RejectsCsv
{
    public static Task<Import?> FindAsync(DashboardDb db, int datasetId, int? importId) =>
        db.Imports.Where(i => i.DatasetId == datasetId && (importId == null || i.Id == importId)).OrderByDescending(i => i.Id).FirstOrDefaultAsync();

    public static async Task WriteAsync(DashboardDb db, Import import, Stream output, CancellationToken cancellation)
    {
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
