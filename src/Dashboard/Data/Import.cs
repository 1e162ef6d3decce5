namespace Dashboard.Data;

/// <summary>One file brought into a data set: it makes one version of it.</summary>
public sealed class Import : Work
{
    public int DatasetId { get; set; }
    public Dataset Dataset { get; set; } = null!;
    public int Version { get; set; }

    /// <summary>The version that people saw until this one was shown.</summary>
    public int PreviousVersion { get; set; }
    public required string FileName { get; set; }

    /// <summary>The made-up name under which the upload is stored.</summary>
    public required string StoredName { get; set; }
    public required string Sha256 { get; set; }

    /// <summary>Format, columns and choices, as JSON.</summary>
    public required string Options { get; set; }
    public ImportCounts Rows { get; set; } = new();
    public List<RejectedRow> Rejects { get; } = [];

    /// <summary>Of an import that failed nothing was kept: its good rows stayed out like those that a rule leaves out.</summary>
    public ImportCounts RowsKept() => Status != WorkStatus.Failed ? Rows
        : new() { Read = Rows.Read, Duplicate = Rows.Duplicate, Rejected = Rows.Rejected, Suppressed = Rows.Suppressed, Excluded = Rows.Excluded + Rows.Imported + Rows.Updated + Rows.Unchanged };
}

/// <summary>What became of the rows of a file: Read is the sum of the rest.</summary>
public sealed class ImportCounts
{
    public int Read { get; set; }
    public int Imported { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Duplicate { get; set; }
    public int Rejected { get; set; }
    public int Suppressed { get; set; }
    public int Excluded { get; set; }
}

public sealed class RejectedRow
{
    /// <summary>Past this many rejected rows only their number is kept.</summary>
    public const int Kept = 10_000;

    public int Id { get; set; }
    public int ImportId { get; set; }
    public long Line { get; set; }
    public required string Raw { get; set; }
    public required string Reason { get; set; }
}
