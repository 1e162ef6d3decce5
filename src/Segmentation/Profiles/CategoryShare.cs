namespace Segmentation.Profiles;

/// <summary>
/// One word within one segment: its share of the segment's known values, its share among everyone, and their ratio, the lift;
/// Effect is Cohen's h against the share among everyone else, 0 where nobody else is known.
/// </summary>
public sealed record CategoryShare(string Value, int Count, double Share, double OverallShare, double Lift, double OthersShare = 0, double Effect = 0);
