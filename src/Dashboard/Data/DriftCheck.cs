namespace Dashboard.Data;

/// <summary>Customers compared with those whom a run was made of: a file that was placed, or a later version of the run's data set.</summary>
public sealed class DriftCheck
{
    public int Id { get; set; }
    public int RunId { get; set; }
    public Run Run { get; set; } = null!;

    /// <summary>Whom it is about, for people.</summary>
    public required string Subject { get; set; }

    /// <summary>Null when it is about a file.</summary>
    public int? DatasetVersion { get; set; }
    public DateTime CheckedAt { get; set; }

    /// <summary>What was found, as JSON.</summary>
    public required string Findings { get; set; }

    /// <summary>Enough moved that the segmentation should be made again.</summary>
    public bool NeedsNewRun { get; set; }
}
