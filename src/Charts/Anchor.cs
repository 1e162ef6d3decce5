namespace Charts;

/// <summary>Where a label's X lies on its text.</summary>
public enum Anchor
{
    /// <summary>X is the left end.</summary>
    Start,

    /// <summary>X is the middle.</summary>
    Middle,

    /// <summary>X is the right end.</summary>
    End,
}
