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

    public async Task CheckAsync(int id, WorkProgress progress, CancellationToken cancellation)
    {
        var draft = await db.ImportDrafts.Include(d => d.Dataset!.Columns).AsNoTracking().SingleAsync(d => d.Id == id, cancellation);
        var options = ImportOptions.FromJson(draft.Options) with { OnBadRow = OnBadRow.Reject };
        var dataset = draft.Dataset ?? new Dataset { Name = draft.Name };
        dataset.Columns.AddRange(NewColumns.Of(dataset, options, dataset.Version + 1));
        progress.Begin("Checking the file", 0, 1);
        using var trial = store.Try(dataset, dataset.Version + 1, dataset.Version == 0 ? null : options.Rule);
        var effect = dataset.Version == 0 ? null : await SegmentEffect.OfAsync(placers, dataset);
        var leftOut = await leaveOut.RuleAsync(dataset);
        using var file = CsvFile.Open(uploads.PathOf(draft.StoredName), options.Format);
        RowReader staging = options.Orders is null
            ? new Staging(dataset, options, trial, leftOut) { OnProblem = _problems.Add, OnChange = (outcome, sink) => Compare(dataset, outcome, sink, effect) }
            : new OrderStaging(options, file.Columns, trial, leftOut) { OnProblem = _problems.Add };
        foreach (var column in staging.Columns)
        {
            column.OnRepair = problem => _problems.Add(file.Line, problem);
        }
        staging.ReadAll(file, progress, cancellation);
        var findings = new Findings(staging.Counts, _problems.All, _problems.Others, Warnings(staging), _changes, staging.WhyNot(), (staging as OrderStaging)?.Findings, effect?.Findings).ToJson();
        await db.WriteAsync(() => db.ImportDrafts.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Findings, findings), cancellation), cancellation);
    }

    private static List<string> Warnings(RowReader staging) => [.. staging.Columns.Where(c => c.Field >= 0).SelectMany(c => ColumnWarnings.Of(c.Column, c.Summary))];

    private void Compare(Dataset dataset, RowOutcome outcome, ICustomerSink sink, SegmentEffect? effect)
    {
        if (outcome == RowOutcome.New)
        {
            effect?.Add(sink.Row);
            return;
        }
        effect?.Update(sink.Before, sink.Row);
        var stored = new CustomerTable(dataset).Stored;
        for (var i = 0; i < stored.Count && _changes.Count < MostChanges; i++)
        {
            if (!sink.Row.IsSame(sink.Before, i))
            {
                _changes.Add(new ValueChange(sink.Row.KeyText ?? sink.Row.Key, stored[i].Name, Shown(sink.Before[i]), Shown(sink.Row[i])));
            }
        }
    }

    private static string Shown(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
