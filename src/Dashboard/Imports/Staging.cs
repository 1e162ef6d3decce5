using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>Takes the records of a file one by one: each is new, updated, unchanged, a duplicate, or rejected with the reason.</summary>
internal sealed class Staging
{
    private readonly ImportOptions _options;
    private readonly ICustomerSink _sink;
    private readonly int _key;

    public Staging(Dataset dataset, ImportOptions options, ICustomerSink sink)
    {
        (_options, _sink) = (options, sink);
        Columns = [.. new CustomerTable(dataset).Stored.Select((column, i) => new StoredColumn(column, i, options))];
        _key = options.Columns.ToList().FindIndex(c => c.Role == ColumnRole.Key);
    }

    public IReadOnlyList<StoredColumn> Columns { get; }
    public ImportCounts Counts { get; } = new();
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>Whether a row took the place of another, so that the running tallies hold one too many.</summary>
    public bool HasReplaced { get; private set; }

    /// <summary>Who wants to know of rows that were rejected, and of rows that are updated.</summary>
    public Action<long, RowProblem>? OnProblem { get; init; }
    public Action<ICustomerSink>? OnUpdate { get; init; }

    public void Take(CsvFile file)
    {
        Counts.Read++;
        var problem = file.Problem is { } broken ? new RowProblem(broken) : Fill(file);
        if (problem is not null)
        {
            Reject(file, problem);
            return;
        }
        var outcome = _sink.Take();
        if (outcome == RowOutcome.Duplicate)
        {
            Duplicate(file);
            return;
        }
        Count(outcome, 1);
        if (outcome != RowOutcome.Skipped)
        {
            foreach (var column in Columns)
            {
                column.Count(outcome == RowOutcome.Unchanged ? 0 : _sink.LastRow);
            }
        }
    }

    /// <summary>Null, or why an import stops: it would lose much of the file without anybody having said so.</summary>
    public string? WhyNot()
    {
        const double MostRejected = 0.3;
        if (Counts.Read == 0)
        {
            return "The file has a header but no rows below it.";
        }
        var share = (double)Counts.Rejected / Counts.Read;
        if (Counts.Rejected < Counts.Read && (share <= MostRejected || _options.AcceptManyRejects))
        {
            return null;
        }
        var example = Rejects.Count > 0 ? $" The first: line {Rejects[0].Line}, {Rejects[0].Reason}." : "";
        return $"{Counts.Rejected:N0} of {Counts.Read:N0} rows ({share:P0}) cannot be used, so nothing was imported.{example}";
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

    private void Duplicate(CsvFile file)
    {
        if (_options.OnDuplicate == OnDuplicate.Reject)
        {
            Reject(file, new RowProblem("the customer key occurs more than once"));
            return;
        }
        Counts.Duplicate++;
        if (_options.OnDuplicate == OnDuplicate.Last)
        {
            HasReplaced = true;
            var (was, isNow) = _sink.Replace();
            Count(was, -1);
            Count(isNow, 1);
        }
    }

    private void Count(RowOutcome outcome, int by)
    {
        switch (outcome)
        {
            case RowOutcome.New: Counts.Imported += by; break;
            case RowOutcome.Unchanged: Counts.Unchanged += by; break;
            case RowOutcome.Skipped: Counts.Excluded += by; break;
            case RowOutcome.Updated:
                Counts.Updated += by;
                OnUpdate?.Invoke(_sink);
                break;
        }
    }

    private void Reject(CsvFile file, RowProblem problem)
    {
        if (_options.OnBadRow == OnBadRow.Fail)
        {
            throw new WorkFailed($"Line {file.Line}: {problem.Reason}. Nothing was imported, because you asked to stop at the first bad row.");
        }
        Counts.Rejected++;
        OnProblem?.Invoke(file.Line, problem);
        if (Rejects.Count < RejectedRow.Kept)
        {
            Rejects.Add(new RejectedRow { Line = file.Line, Raw = file.Raw, Reason = problem.Reason });
        }
    }
}
