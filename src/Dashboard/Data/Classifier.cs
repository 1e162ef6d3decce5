namespace Dashboard.Data;

/// <summary>Models that learn to tell the segments of a run apart, tried and compared. The newest of a run counts.</summary>
public sealed class Classifier : Work
{
    public int RunId { get; set; }
    public Run Run { get; set; } = null!;

    /// <summary>How well each did, as JSON.</summary>
    public string? Scores { get; set; }

    /// <summary>The best that was learned, as a Segmentation.Classification.ClassifierFile.</summary>
    public string? Best { get; set; }
}
