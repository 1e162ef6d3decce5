using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Privacy;

namespace Dashboard.Imports;

/// <summary>A file with one customer a line: each row is new, updated, unchanged, a duplicate, or rejected with the reason.</summary>
internal sealed class Staging : RowReader
{
    private readonly ImportOptions _options;
    private readonly ICustomerSink _sink;
    private readonly int _key;
    private readonly LeftOutRule _leftOut;
    private readonly string?[] _told;
    private readonly HashSet<string> _suppressed = [];

    public Staging(Dataset dataset, ImportOptions options, ICustomerSink sink, LeftOutRule leftOut) : base(options)
    {
        (_options, _sink, _leftOut) = (options, sink, leftOut);
        _told = new string?[leftOut.Columns.Count];
        Columns = [.. new CustomerTable(dataset).Stored.Select((column, i) => new StoredColumn(column, i, options))];
        _key = options.FieldOf(c => c.Role == ColumnRole.Key);
    }

    public override IReadOnlyList<StoredColumn> Columns { get; }

    /// <summary>Who wants to know of customers whose earlier row no longer counts.</summary>
    public Action<PendingRow>? OnReplace { get; init; }

    protected override RowProblem? Take(CsvFile file)
    {
        if ((file.Problem is { } broken ? new RowProblem(broken) : Fill(file)) is { } problem)
        {
            return problem;
        }
        var outcome = Judged(_sink.Take());
        if (outcome == RowOutcome.Duplicate)
        {
            return Duplicate();
        }
        Count(outcome, 1);
        if (outcome is not (RowOutcome.Skipped or RowOutcome.Suppressed))
        {
            foreach (var column in Columns)
            {
                column.Count(outcome == RowOutcome.Unchanged ? 0 : _sink.LastRow);
            }
        }
        return null;
    }

    private RowProblem? Fill(CsvFile file)
    {
        if (FillKey(file) is { } problem)
        {
            return problem;
        }
        foreach (var column in Columns)
        {
            if (column.Take(file, _sink.Row) is { } reason)
            {
                return reason;
            }
        }
        return null;
    }

    private RowProblem? FillKey(CsvFile file)
    {
        if (_key < 0)
        {
            _sink.Row.SetKey($"row {Counts.Read}");
            return null;
        }
        var key = CellText.Clean(file.Field(_key));
        if (Missing.Is(key))
        {
            return new RowProblem("the customer key is missing");
        }
        _sink.Row.SetKey(key);
        return null;
    }

    private RowProblem? Duplicate()
    {
        if (_options.OnDuplicate == OnDuplicate.Reject)
        {
            return new RowProblem("the customer key occurs more than once");
        }
        Counts.Duplicate++;
        if (_options.OnDuplicate == OnDuplicate.Last)
        {
            HasReplaced = true;
            var (was, isNow) = _sink.Replace();
            OnReplace?.Invoke(_sink.Row);
            Count(_suppressed.Remove(_sink.Row.Key) ? RowOutcome.Suppressed : was, -1);
            Count(Judged(isNow), 1);
        }
        return null;
    }

    /// <summary>Once the row holds what the customer will have: also what an earlier file said.</summary>
    private RowOutcome Judged(RowOutcome outcome)
    {
        if (_leftOut.IsEmpty || outcome is RowOutcome.Duplicate or RowOutcome.Skipped)
        {
            return outcome;
        }
        for (var i = 0; i < _told.Length; i++)
        {
            _told[i] = _sink.Row[_leftOut.Places[i]] as string;
        }
        if (_leftOut.Of(_sink.Row.Key, _told) == LeftOut.No)
        {
            return outcome;
        }
        _suppressed.Add(_sink.Row.Key);
        return RowOutcome.Suppressed;
    }

    private void Count(RowOutcome outcome, int by)
    {
        switch (outcome)
        {
            case RowOutcome.New: Counts.Imported += by; break;
            case RowOutcome.Unchanged: Counts.Unchanged += by; break;
            case RowOutcome.Skipped: Counts.Excluded += by; break;
            case RowOutcome.Updated: Counts.Updated += by; break;
            case RowOutcome.Suppressed: Counts.Suppressed += by; break;
        }
        if (by > 0 && outcome is RowOutcome.New or RowOutcome.Updated)
        {
            OnChange?.Invoke(outcome, _sink);
        }
    }
}
