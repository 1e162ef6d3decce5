using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Imports.Orders;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>
/// Deletes customers whom no file has spoken of for as many days as their data set says, or who ordered nothing for so long; with them old
/// values, uploads, rejected lines and checks of that age. Each step can be done again, so a night that was broken off is made up for by the next.
/// </summary>
public sealed class Retention(DashboardDb db, CustomerStore store, Uploads uploads, LeaveOut leaveOut, AuditLog audit, TimeProvider time, ILogger<Retention> logger)
{
    public async Task DeleteDueAsync(CancellationToken cancellation)
    {
        foreach (var dataset in await db.Datasets.Include(d => d.Columns).Where(d => d.KeepDays != null && d.Version > 0).ToListAsync(cancellation))
        {
            var done = await DeleteDueAsync(dataset, cancellation);
            if (!done.IsNothing)
            {
                await audit.AddAsync("customers.expired", $"data set {dataset.Id}, {done.Rows:N0} rows and {done.Files:N0} files");
                logger.LogInformation("Data set {Dataset} keeps customers for {Days} days: {Rows} rows and {Files} files were deleted.", dataset.Id, dataset.KeepDays, done.Rows, done.Files);
            }
        }
    }

    /// <summary>What would go, and when; nothing is changed.</summary>
    public async Task<RetentionPlan> PlanAsync(Dataset dataset, int days, CancellationToken cancellation)
    {
        var imports = await ImportsAsync(dataset, cancellation);
        var before = Before(days);
        var files = imports.Count(i => EndOf(i) < before && File.Exists(uploads.PathOf(i.StoredName))) + await Drafts(dataset, before).CountAsync(cancellation) + await Placed(dataset, before).CountAsync(cancellation);
        var last = OrdersOf(dataset, imports) is var (column, reference)
            ? store.CountByNumber(dataset, column).Select(c => (Day: reference.AddDays(-c.Key), Customers: c.Value))
            : store.CountByLastVersion(dataset).Select(c => (Day: DateOnly.FromDateTime(DateOf(dataset, imports, c.Key)), Customers: c.Value));
        return new([.. last.GroupBy(l => l.Day, (day, of) => (Day: day.AddDays(days + 1), Customers: of.Sum(l => l.Customers))).OrderBy(d => d.Day)], files);
    }

    private async Task<RetentionDone> DeleteDueAsync(Dataset dataset, CancellationToken cancellation)
    {
        var imports = await ImportsAsync(dataset, cancellation);
        if (imports.Exists(i => i.IsUnderWay))
        {
            return new(0, 0);
        }
        var before = Before(dataset.KeepDays!.Value);
        var rows = await DeleteRowsAsync(dataset, imports, before);
        var files = await DeleteFilesAsync(dataset, [.. imports.Where(i => EndOf(i) < before)], before, cancellation);
        if (rows > 0)
        {
            await leaveOut.CountAgainAsync(dataset);
            store.Forget();
        }
        return new(rows, files);
    }

    private async Task<int> DeleteRowsAsync(Dataset dataset, List<Import> imports, DateTime before)
    {
        if (OrdersOf(dataset, imports) is var (column, reference))
        {
            return store.DeleteAbove(dataset, column, reference.DayNumber - DateOnly.FromDateTime(before).DayNumber);
        }
        var oldest = Enumerable.Range(1, dataset.Version).LastOrDefault(version => DateOf(dataset, imports, version) < before);
        var inUse = (await db.Runs.ActiveAsync(dataset.Id))?.DatasetVersion;
        return oldest == 0 ? 0 : store.DeleteUpTo(dataset, oldest) + store.DeleteReplaced(dataset, oldest, inUse);
    }

    private async Task<int> DeleteFilesAsync(Dataset dataset, List<Import> imports, DateTime before, CancellationToken cancellation)
    {
        var drafts = await Drafts(dataset, before).ToListAsync(cancellation);
        var placed = await Placed(dataset, before).ToListAsync(cancellation);
        string[] stored = [.. imports.Select(i => i.StoredName).Concat(drafts.Select(d => d.StoredName)).Concat(placed.Select(b => b.StoredName)).Where(name => File.Exists(uploads.PathOf(name)))];
        var ids = imports.ConvertAll(i => i.Id);
        await db.WriteAsync(async () =>
        {
            await db.RejectedRows.Where(r => ids.Contains(r.ImportId)).ExecuteDeleteAsync(cancellation);
            db.ImportDrafts.RemoveRange(drafts);
            db.Batches.RemoveRange(placed);
            await db.SaveChangesAsync(cancellation);
        }, cancellation);
        foreach (var name in stored)
        {
            uploads.Delete(name);
        }
        return stored.Length;
    }

    /// <summary>Whole days, so that a night and the page that foretells it agree.</summary>
    private DateTime Before(int days) => time.GetUtcNow().UtcDateTime.Date.AddDays(-days);

    private Task<List<Import>> ImportsAsync(Dataset dataset, CancellationToken cancellation) =>
        db.Imports.AsNoTracking().Where(i => i.DatasetId == dataset.Id).OrderBy(i => i.Version).ThenBy(i => i.Id).ToListAsync(cancellation);

    private IQueryable<ImportDraft> Drafts(Dataset dataset, DateTime before) =>
        db.ImportDrafts.Where(d => d.DatasetId == dataset.Id && d.QueuedAt < before && d.Status != WorkStatus.Queued && d.Status != WorkStatus.Running);

    private IQueryable<Batch> Placed(Dataset dataset, DateTime before) =>
        db.Batches.Where(b => b.Run.DatasetId == dataset.Id && b.QueuedAt < before && b.Status != WorkStatus.Queued && b.Status != WorkStatus.Running);

    /// <summary>Days without an order are counted from a day that the import knows; null for customers who came as such.</summary>
    private static (Column Recency, DateOnly Reference)? OrdersOf(Dataset dataset, List<Import> imports)
    {
        var reference = imports.Select(i => ImportOptions.FromJson(i.Options).Orders?.Reference).LastOrDefault(r => r is not null);
        var recency = dataset.Columns.Find(c => c.Name == OrderTotals.Columns[0]);
        return dataset.Kind == DatasetKind.Transactions && reference is { } day && recency is not null ? (recency, day) : null;
    }

    /// <summary>A version without an import of its own was made by taking one back, and is as old as what it shows.</summary>
    private static DateTime DateOf(Dataset dataset, List<Import> imports, int version) =>
        imports.LastOrDefault(i => i.Version <= version && i.Status == WorkStatus.Completed) is { } import ? EndOf(import) : dataset.CreatedAt;

    private static DateTime EndOf(Import import) => import.FinishedAt ?? import.QueuedAt;
}
