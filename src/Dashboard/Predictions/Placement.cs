namespace Dashboard.Predictions;

/// <summary>
/// Where a customer belongs. Segment and Second are indices, -1 for none. Distance is in the units clustered: to the centre, or to the nearest
/// customer of the segment where segments have no centre. Margin is how clear it is, from 0 for a toss-up to 1, NaN where the algorithm knows none;
/// ClearerThan is the share of the run's customers with a smaller one.
/// </summary>
public readonly record struct Placement(int Segment, double Distance, int Second, double Margin, double ClearerThan, bool OutOfRange)
{
    private const double TossUp = 0.1;

    /// <summary>Could as well be in the second segment.</summary>
    public bool IsTossUp => Margin < TossUp;

    public Certainty Certainty => OutOfRange ? Certainty.Unlike : IsTossUp ? Certainty.Unsure : Certainty.Sure;
}
