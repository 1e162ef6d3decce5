namespace Segmentation.Profiles;

/// <summary>The fate of one segment: the later segments that took it over, largest part first, and their shares of its rows.</summary>
public sealed record SegmentTransition(int Before, SegmentFate Fate, int[] After, double[] Shares);
