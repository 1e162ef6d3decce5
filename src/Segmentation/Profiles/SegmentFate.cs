namespace Segmentation.Profiles;

/// <summary>What became of a segment in a later run.</summary>
public enum SegmentFate
{
    /// <summary>Most of it is in one later segment, and most of no other is.</summary>
    Survived,

    /// <summary>Most of it is in one later segment, together with most of another.</summary>
    Merged,

    /// <summary>Most of it is in a few later segments, of which each holds a good part.</summary>
    Split,

    /// <summary>None of these.</summary>
    Vanished,
}
