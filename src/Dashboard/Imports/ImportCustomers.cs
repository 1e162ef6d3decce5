using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>Brings one file into one data set: reads, checks and stages every row, then makes the new version visible at once.</summary>
public sealed class ImportCustomers(DashboardDb db, Uploads uploads, CustomerStore store)
{
    private const double MostRejected = 0.3;

    public async Task ImportAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var import = await db.Imports.Include(i => i.Dataset.Columns).SingleAsync(i => i.Id == id, cancellation);
        if (import.Dataset.Version >= import.Version)
        {
            // Shown already by an attempt that did not live to write down its end.
            return;
        }
        var options = ImportOptions.FromJson(import.Options);
        progress.Begin("Reading the file", 0, 0.9);
        store.Drop(import.Dataset);
        store.Create(import.Dataset);
        try
        {
            var staged = Stage(import, options, progress, cancellation);
            if (staged.WhyNot(options, MostRejected) is { } reason)
            {
                await KeepRejectsAsync(import, staged, cancellation);
                throw new WorkFailed(reason);
            }
            progress.Begin("Summing up the columns", 0.9, 1);
            staged.Describe(store, import);
            await ShowAsync(import, staged, cancellation);
        }
        catch
        {
            store.Drop(import.Dataset);
            throw;
        }
    }

    private Staging Stage(Import import, ImportOptions options, WorkProgress progress, CancellationToken cancellation)
    {
        using var file = CsvFile.Open(uploads.PathOf(import.StoredName), options.Format);
        using var writer = store.Write(import.Dataset, import.Version, cancellation);
        var staging = new Staging(import.Dataset, options, writer);
        while (file.Read())
        {
            staging.Take(file);
            if (staging.Counts.Read % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Report((double)file.BytesRead / Math.Max(1, file.Length));
            }
        }
        writer.Commit();
        return staging;
    }

    /// <summary>One small transaction: before it nobody sees the new version, after it everybody does.</summary>
    private Task ShowAsync(Import import, Staging staged, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        if (await db.Imports.AnyAsync(i => i.Id == import.Id && i.CancelRequested, cancellation))
        {
            throw new OperationCanceledException();
        }
        import.Dataset.Version = import.Version;
        import.Dataset.Customers = staged.Counts.Imported;
        await KeepRejectsAsync(import, staged, cancellation);
    }, cancellation);

    /// <summary>Also of an import that fails, so that people see which rows were to blame and may import the rest.</summary>
    private Task KeepRejectsAsync(Import import, Staging staged, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        import.Rows = staged.Counts;
        await db.RejectedRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancellation);
        import.Rejects.AddRange(staged.Rejects);
        await db.SaveChangesAsync(cancellation);
    }, cancellation);
}
