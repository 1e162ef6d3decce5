namespace Dashboard.Data;

/// <summary>One segmentation of one version of a data set.</summary>
public sealed class Run : Work
{
    public int DatasetId { get; set; }
    public Dataset Dataset { get; set; } = null!;
    public int DatasetVersion { get; set; }
    public required string Name { get; set; }
    public required string Algorithm { get; set; }

    /// <summary>What was asked for, as JSON; runs with equal settings inherit names from one another.</summary>
    public required string Settings { get; set; }

    /// <summary>What was found, as JSON: the values chosen for "auto", scaling and centres.</summary>
    public string? Model { get; set; }
    public double? Wcss { get; set; }
    public double? Silhouette { get; set; }
    public double? CalinskiHarabasz { get; set; }
    public double? DaviesBouldin { get; set; }
    public int? Noise { get; set; }
    public int? Iterations { get; set; }
    public long? DurationMs { get; set; }
    public int RowsUsed { get; set; }
    public int RowsLeftOut { get; set; }

    /// <summary>The run activated last is the active one of its data set.</summary>
    public DateTime? ActivatedAt { get; set; }

    /// <summary>Set aside: no longer offered to place customers by.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>The trained classifier that places customers instead of the run's own method.</summary>
    public int? PlacedByClassifierId { get; set; }
    public List<Segment> Segments { get; } = [];
}
