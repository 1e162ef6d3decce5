namespace Dashboard.Data;

/// <summary>A file of customers who are placed in the segments of a run. They are not imported: what is kept is the file and what became of it.</summary>
public sealed class Batch : Work
{
    public int RunId { get; set; }
    public Run Run { get; set; } = null!;
    public required string FileName { get; set; }

    /// <summary>The made-up name under which the upload is stored.</summary>
    public required string StoredName { get; set; }

    /// <summary>How the file is read and which of its columns the run's fields are, as JSON.</summary>
    public required string Options { get; set; }

    /// <summary>What became of the rows, as JSON.</summary>
    public string? Result { get; set; }
}
