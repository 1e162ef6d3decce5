namespace Charts;

/// <summary>Something with a place on the sheet and an ink; coordinates are picture units, y downwards.</summary>
public abstract record Shape(Ink Ink)
{
    /// <summary>The smallest upright rectangle around the shape, strokes left out.</summary>
    public abstract Box Bounds { get; }

    /// <summary>What the shape tells when it is pointed at; null for what only leads the eye. Nothing essential stands here alone.</summary>
    public string? Says { get; init; }
}
