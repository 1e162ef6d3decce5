namespace Dashboard.Data;

/// <summary>A file that was uploaded and is being looked at. Its work is the check; nothing of it is in a data set until somebody says so.</summary>
public sealed class ImportDraft : Work
{
    /// <summary>Null when the file will make a new data set.</summary>
    public int? DatasetId { get; set; }
    public Dataset? Dataset { get; set; }
    public required string Name { get; set; }
    public required string FileName { get; set; }
    public required string StoredName { get; set; }
    public required string Sha256 { get; set; }

    /// <summary>Format, columns and choices, as JSON.</summary>
    public required string Options { get; set; }

    /// <summary>What the check found, as JSON.</summary>
    public string? Findings { get; set; }

    /// <summary>The import that it became.</summary>
    public int? ImportId { get; set; }
    public Import? Import { get; set; }
}
