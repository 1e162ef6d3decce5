namespace Dashboard.Data;

/// <summary>How a team rated the segments of a run, to decide which to go for.</summary>
public sealed class TargetSheet
{
    public int RunId { get; set; }

    /// <summary>The Dashboard.Targets.Ratings, as JSON.</summary>
    public required string Ratings { get; set; }
    public required string EditedBy { get; set; }
    public DateTime EditedAt { get; set; }
}
