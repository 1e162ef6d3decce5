namespace Dashboard.Data;

/// <summary>The question how many segments one version of a data set has.</summary>
public sealed class Selection : Work
{
    public int DatasetId { get; set; }
    public Dataset Dataset { get; set; } = null!;
    public int DatasetVersion { get; set; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>What came out, as JSON.</summary>
    public string? Findings { get; set; }
    public long? DurationMs { get; set; }
}
