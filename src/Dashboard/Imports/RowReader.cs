using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>Takes the records of a file one by one, counts what became of them, and keeps those that were rejected.</summary>
internal abstract class RowReader(ImportOptions options)
{
    private long _kept;

    /// <summary>Somebody saw what speaks against the import and wants it nevertheless.</summary>
    protected bool Accepts => options.AcceptManyRejects;

    public ImportCounts Counts { get; } = new();
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>Who wants to know of rows that were rejected.</summary>
    public Action<long, RowProblem>? OnProblem { get; init; }

    /// <summary>Who wants to know of customers who are new, or whose values change.</summary>
    public Action<RowOutcome, ICustomerSink>? OnChange { get; init; }

    /// <summary>The columns whose values passed by one by one.</summary>
    public virtual IReadOnlyList<StoredColumn> Columns => [];

    /// <summary>Whether a row took the place of another, so that the running tallies hold one too many.</summary>
    public bool HasReplaced { get; protected set; }

    public void ReadAll(CsvFile file, WorkProgress progress, CancellationToken cancellation)
    {
        while (file.Read())
        {
            Counts.Read++;
            if (Take(file) is { } problem)
            {
                Reject(file, problem);
            }
            if (Counts.Read % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Report((double)file.BytesRead / Math.Max(1, file.Length));
            }
        }
        Finish();
    }

    /// <summary>Null, or why an import stops: it would lose much of the file without anybody having said so.</summary>
    public virtual string? WhyNot()
    {
        const double MostRejected = 0.3;
        if (Counts.Read == 0)
        {
            return "The file has a header but no rows below it.";
        }
        var share = (double)Counts.Rejected / Counts.Read;
        if (Counts.Rejected < Counts.Read && (share <= MostRejected || Accepts))
        {
            return null;
        }
        var example = Rejects.Count > 0 ? $" The first: line {Rejects[0].Line}, {Rejects[0].Reason}." : "";
        return $"{Counts.Rejected:N0} of {Counts.Read:N0} rows ({share:P0}) cannot be used, so nothing was imported.{example}";
    }

    /// <summary>Null, or why the row is rejected.</summary>
    protected abstract RowProblem? Take(CsvFile file);

    protected virtual void Finish()
    {
    }

    /// <summary>Ten thousand rows may be long ones: once much is kept, of each further one its beginning is.</summary>
    private string RawOf(CsvFile file)
    {
        const int MuchKept = 1 << 22;
        const int Beginning = 200;
        var raw = file.Raw;
        if (_kept > MuchKept && raw.Length > Beginning)
        {
            raw = $"{raw[..(char.IsHighSurrogate(raw[Beginning - 1]) ? Beginning - 1 : Beginning)]}…";
        }
        _kept += raw.Length;
        return raw;
    }

    private void Reject(CsvFile file, RowProblem problem)
    {
        if (options.OnBadRow == OnBadRow.Fail)
        {
            throw new WorkFailed($"Line {file.Line}: {problem.Reason}. Nothing was imported, because you asked to stop at the first bad row.");
        }
        Counts.Rejected++;
        OnProblem?.Invoke(file.Line, problem);
        if (Rejects.Count < RejectedRow.Kept)
        {
            Rejects.Add(new RejectedRow { Line = file.Line, Raw = RawOf(file), Reason = problem.Reason });
        }
    }
}
