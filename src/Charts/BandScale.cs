namespace Charts;

/// <summary>Divides the range Start…Stop into Count equal bands; Gap is the share of a band left empty, half on each side.</summary>
public readonly record struct BandScale(int Count, double Start, double Stop, double Gap = 0)
{
    /// <summary>The distance from one band to the next; 0 without bands.</summary>
    public double Step => Count == 0 ? 0 : (Stop - Start) / Count;

    /// <summary>The filled width of one band.</summary>
    public double Width => Step * (1 - Gap);

    /// <summary>Where the filled part of a band starts.</summary>
    public double this[int index] => Start + Step * (index + Gap / 2);

    /// <summary>The middle of a band.</summary>
    public double Middle(int index) => Start + Step * (index + 0.5);
}
