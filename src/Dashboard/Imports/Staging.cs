using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>Takes the records of a file one by one: each is staged, a duplicate, or rejected with the reason.</summary>
internal sealed class Staging
{
    private readonly ImportOptions _options;
    private readonly CustomerWriter _writer;
    private readonly StoredColumn[] _stored;
    private readonly int _key;
    private bool _replaced;

    public Staging(Dataset dataset, ImportOptions options, CustomerWriter writer)
    {
        (_options, _writer) = (options, writer);
        _stored = [.. new CustomerTable(dataset).Stored.Select((column, i) => new StoredColumn(column, i, options.Columns[column.Position].DateOrder))];
        _key = dataset.Columns.FirstOrDefault(c => c.Role == ColumnRole.Key)?.Position ?? -1;
    }

    public ImportCounts Counts { get; } = new();
    public List<RejectedRow> Rejects { get; } = [];

    public void Take(CsvFile file)
    {
        Counts.Read++;
        var problem = file.Problem ?? Bind(file);
        if (problem is not null)
        {
            Reject(file, problem);
        }
        else if (_writer.Insert())
        {
            Counts.Imported++;
            foreach (var stored in _stored)
            {
                stored.Count();
            }
        }
        else
        {
            Duplicate(file);
        }
    }

    /// <summary>Null, or why an import stops: it would lose much of the file without anybody having said so.</summary>
    public string? WhyNot(ImportOptions options, double mostRejected)
    {
        if (Counts.Read == 0)
        {
            return "The file has a header but no rows below it.";
        }
        var share = (double)Counts.Rejected / Counts.Read;
        if (Counts.Imported > 0 && (share <= mostRejected || options.AcceptManyRejects))
        {
            return null;
        }
        var example = Rejects.Count > 0 ? $" The first: line {Rejects[0].Line}, {Rejects[0].Reason}." : "";
        return $"{Counts.Rejected:N0} of {Counts.Read:N0} rows ({share:P0}) cannot be used, so nothing was imported.{example}";
    }

    /// <summary>Fills in the statistics of the columns: from the running tallies where they suffice, else from the table.</summary>
    public void Describe(CustomerStore store, Import import)
    {
        if (import.Dataset.Columns.Find(c => c.Role == ColumnRole.Key) is { } key)
        {
            key.Distinct = Counts.Imported;
        }
        foreach (var stored in _stored)
        {
            stored.Summary.WriteTo(stored.Column);
            if (_replaced || !stored.Summary.IsComplete)
            {
                store.Describe(import.Dataset, import.Version, stored.Column);
            }
            if (_options.OnMissing == OnMissing.Median && stored.Column is { Missing: > 0, Median: not null })
            {
                store.FillWithMedian(import.Dataset, import.Version, stored.Column);
                store.Describe(import.Dataset, import.Version, stored.Column);
            }
        }
    }

    private string? Bind(CsvFile file)
    {
        if (BindKey(file) is { } problem)
        {
            return problem;
        }
        foreach (var stored in _stored)
        {
            var cell = file.Field(stored.Column.Position);
            var reason = Missing.Is(cell) ? BindMissing(stored) : stored.Bind(cell, _options.Format.DecimalMark, _writer);
            if (reason is not null)
            {
                return reason;
            }
        }
        return null;
    }

    private string? BindKey(CsvFile file)
    {
        if (_key < 0)
        {
            _writer.Key($"row {Counts.Read}");
            return null;
        }
        var key = CellText.Clean(file.Field(_key));
        if (Missing.Is(key))
        {
            return "the customer key is missing";
        }
        _writer.Key(key);
        return null;
    }

    private string? BindMissing(StoredColumn stored)
    {
        if (_options.OnMissing == OnMissing.Reject)
        {
            return $"{stored.Column.Name} is missing";
        }
        stored.BindMissing(_writer);
        return null;
    }

    private void Duplicate(CsvFile file)
    {
        if (_options.OnDuplicate == OnDuplicate.Reject)
        {
            Reject(file, "the customer key occurs more than once");
            return;
        }
        Counts.Duplicate++;
        if (_options.OnDuplicate == OnDuplicate.Last)
        {
            _replaced = true;
            _writer.Replace();
        }
    }

    private void Reject(CsvFile file, string reason)
    {
        if (_options.OnBadRow == OnBadRow.Fail)
        {
            throw new WorkFailed($"Line {file.Line}: {reason}. Nothing was imported, because you asked to stop at the first bad row.");
        }
        Counts.Rejected++;
        if (Rejects.Count < RejectedRow.Kept)
        {
            Rejects.Add(new RejectedRow { Line = file.Line, Raw = file.Raw, Reason = reason });
        }
    }
}
