using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports.Orders;
using Dashboard.Privacy;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>Reads a whole file as an import would, and writes down what would become of it instead of doing it.</summary>
public sealed class CheckFile(DashboardDb db, Uploads uploads, CustomerStore store, RunPlacers placers, LeaveOut leaveOut)
{
    private const int MostChanges = 50;
    private readonly ProblemGroups _problems = new();
    private readonly List<ValueChange> _changes = [];
    private IReadOnlyList<Column> _stored = [];
    private SegmentEffect? _effect;

    public async Task CheckAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.Include(d => d.Dataset!.Columns).AsNoTracking().SingleAsync(d => d.Id == id, cancellation);
        var options = ImportOptions.FromJson(draft.Options) with { OnBadRow = OnBadRow.Reject };
        var dataset = draft.Dataset ?? new Dataset { Name = draft.Name };
        dataset.Columns.AddRange(NewColumns.Of(dataset, options, dataset.Version + 1));
        progress.Begin("Checking the file", 0, 1);
        using var trial = store.Try(dataset, dataset.Version + 1, dataset.Version == 0 ? null : options.Rule);
        _stored = new CustomerTable(dataset).Stored;
        _effect = dataset.Version == 0 ? null : await SegmentEffect.OfAsync(placers, dataset, options.OnDuplicate == OnDuplicate.Last);
        var leftOut = await leaveOut.RuleAsync(dataset);
        using var file = CsvFile.Open(uploads.PathOf(draft.StoredName), options.Format);
        RowReader staging = options.Orders is null
            ? new Staging(dataset, options, trial, leftOut) { OnProblem = _problems.Add, OnChange = Compare, OnReplace = Forget }
            : new OrderStaging(options, file.Columns, trial, leftOut) { OnProblem = _problems.Add, OnChange = Compare };
        foreach (var column in staging.Columns)
        {
            column.OnRepair = problem => _problems.Add(file.Line, problem);
        }
        staging.ReadAll(file, progress, cancellation);
        var findings = new Findings(staging.Counts, _problems.All, _problems.Others, Warnings(staging), _changes, staging.WhyNot(), (staging as OrderStaging)?.Findings, _effect?.Findings).ToJson();
        await db.WriteAsync(() => db.ImportDrafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Findings, findings), cancellation), cancellation);
    }

    private static List<string> Warnings(RowReader staging) => [.. staging.Columns.Where(c => c.Field >= 0).SelectMany(c => ColumnWarnings.Of(c.Column, c.Summary))];

    private void Compare(RowOutcome outcome, ICustomerSink sink)
    {
        if (outcome == RowOutcome.New)
        {
            _effect?.Add(sink.Row);
            return;
        }
        _effect?.Update(sink.Before, sink.Row);
        for (var i = 0; i < _stored.Count && _changes.Count < MostChanges; i++)
        {
            if (!sink.Row.IsSame(sink.Before, i))
            {
                _changes.Add(new ValueChange(KeyOf(sink.Row), _stored[i].Name, Shown(sink.Before[i]), Shown(sink.Row[i])));
            }
        }
    }

    private void Forget(PendingRow row)
    {
        _effect?.Forget(row);
        _changes.RemoveAll(change => change.Key == KeyOf(row));
    }

    private static string KeyOf(PendingRow row) => row.KeyText ?? row.Key;

    /// <summary>Without the last digits of sums, unless there is nothing else.</summary>
    private static string Shown(object? value) => value is double number
        ? number.ToString(Math.Abs(number) < 0.001 ? "R" : "0.######", CultureInfo.InvariantCulture)
        : value as string ?? "";
}
