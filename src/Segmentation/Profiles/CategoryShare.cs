namespace Segmentation.Profiles;

/// <summary>One word within one segment: its share of the segment's known values, its share among everyone, and their ratio, the lift.</summary>
public sealed record CategoryShare(string Value, int Count, double Share, double OverallShare, double Lift);
