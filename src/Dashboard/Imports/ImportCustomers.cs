using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports.Orders;
using Dashboard.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>Brings one file into one data set: reads, checks and stages every row, then makes the new version visible at once.</summary>
public sealed class ImportCustomers(DashboardDb db, Uploads uploads, CustomerStore store, LeaveOut leaveOut, AuditLog audit)
{
    private bool _isFirst;
    private int _marked;

    public async Task ImportAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var import = await db.Imports.Include(i => i.Dataset.Columns).SingleAsync(i => i.Id == id, cancellation);
        if (import.Dataset.Version >= import.Version)
        {
            // Shown already by an attempt that did not live to write down its end.
            return;
        }
        _isFirst = import.Dataset.Version == 0;
        var options = ImportOptions.FromJson(import.Options);
        progress.Begin("Reading the file", 0, 0.9);
        var added = NewColumns.Of(import.Dataset, options, import.Version);
        Prepare(import, added);
        try
        {
            var staged = Stage(import, options, await leaveOut.RuleAsync(import.Dataset), progress, cancellation);
            if (staged.WhyNot() is { } reason)
            {
                added.ForEach(c => import.Dataset.Columns.Remove(c));
                await KeepRejectsAsync(import, staged, cancellation);
                throw new WorkFailed(reason);
            }
            progress.Begin("Summing up the columns", 0.9, 1);
            _marked = await leaveOut.MarkAsync(import.Dataset, _isFirst ? null : import.Version);
            Describe(import, staged, cancellation);
            await ShowAsync(import, staged, cancellation);
        }
        catch (Exception fault)
        {
            TakeBack(import);
            if (fault is OperationCanceledException && await db.Imports.AnyAsync(i => i.Id == import.Id && i.CancelRequested, CancellationToken.None))
            {
                uploads.Delete(import.StoredName);
            }
            if (_marked > 0 && !_isFirst)
            {
                await leaveOut.MarkAsync(import.Dataset);
            }
            throw;
        }
        store.RenewView(import.Dataset);
        if (_marked > 0 && !_isFirst)
        {
            await leaveOut.CountAgainAsync(import.Dataset);
        }
    }

    private void Prepare(Import import, List<Column> added)
    {
        TakeBack(import);
        import.Dataset.Columns.AddRange(added);
        if (_isFirst)
        {
            store.Create(import.Dataset);
        }
        else
        {
            store.AddColumns(import.Dataset, added);
        }
    }

    /// <summary>Also what an attempt left that did not live to its end.</summary>
    private void TakeBack(Import import)
    {
        if (_isFirst)
        {
            store.Drop(import.Dataset);
        }
        else
        {
            store.Discard(import.Dataset, import.Version);
        }
    }

    private RowReader Stage(Import import, ImportOptions options, LeftOutRule leftOut, WorkProgress progress, CancellationToken cancellation)
    {
        using ICustomerSink writer = _isFirst ? store.Load(import.Dataset, import.Version, cancellation) : store.Write(import.Dataset, import.Version, options.Rule, cancellation);
        using var file = CsvFile.Open(uploads.PathOf(import.StoredName), options.Format);
        RowReader staging = options.Orders is null ? new Staging(import.Dataset, options, writer, leftOut) : new OrderStaging(options, file.Columns, writer, leftOut);
        staging.ReadAll(file, progress, cancellation);
        if (staging is OrderStaging { Findings: { } found } orders)
        {
            // The day that was counted back from stays to be seen, and what the lines came to by month: they are not kept.
            import.Options = (options with { Orders = options.Orders! with { Reference = found.Reference, IsReferenceFound = options.Orders!.Reference is null || options.Orders.IsReferenceFound, First = orders.First }, Months = found.Months }).ToJson();
        }
        writer.Commit();
        return staging;
    }

    /// <summary>The statistics of the columns: from the running tallies where they suffice, else from the table.</summary>
    private void Describe(Import import, RowReader staged, CancellationToken cancellation)
    {
        foreach (var column in import.Dataset.Columns.Where(c => c.IsStored && staged.Columns.Count == 0))
        {
            store.Describe(import.Dataset, import.Version, column);
        }
        foreach (var stored in staged.Columns)
        {
            stored.Summary.WriteTo(stored.Column);
            var isFilled = Fill(import, stored, cancellation);
            if (isFilled || !_isFirst || staged.HasReplaced || !stored.Summary.IsComplete)
            {
                store.Describe(import.Dataset, import.Version, stored.Column);
            }
        }
    }

    private bool Fill(Import import, StoredColumn stored, CancellationToken cancellation)
    {
        var isFilled = false;
        foreach (var (repair, rows) in stored.Fillings)
        {
            if (store.Usual(import.Dataset, import.Version, stored.Column, middle: repair == Repair.Median) is { } value)
            {
                store.Fill(import.Dataset, stored.Column, rows, value, cancellation);
                isFilled = true;
            }
        }
        return isFilled;
    }

    /// <summary>One small transaction: before it nobody sees the new version, after it everybody does.</summary>
    private Task ShowAsync(Import import, RowReader staged, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        if (await db.Imports.AnyAsync(i => i.Id == import.Id && i.CancelRequested, cancellation))
        {
            throw new OperationCanceledException();
        }
        import.Dataset.Customers = _isFirst && _marked == 0 && staged.Columns.Count > 0 ? staged.Counts.Imported : store.Count(import.Dataset, import.Version);
        import.Dataset.CountKeys();
        (import.PreviousVersion, import.Dataset.Version) = (import.Dataset.Version, import.Version);
        await KeepRejectsAsync(import, staged, cancellation);
        await audit.AddAsync("import.completed", $"data set {import.DatasetId}, {import.Rows.Imported:N0} new, {import.Rows.Updated:N0} changed", import.CreatedBy);
    }, cancellation);

    /// <summary>Also of an import that fails, so that people see which rows were to blame and may import the rest.</summary>
    private Task KeepRejectsAsync(Import import, RowReader staged, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        import.Rows = staged.Counts;
        await db.RejectedRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancellation);
        import.Rejects.AddRange(staged.Rejects);
        await db.SaveChangesAsync(cancellation);
    }, cancellation);
}
