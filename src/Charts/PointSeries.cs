namespace Charts;

/// <summary>
/// The points of one group: X and Y of equal length, finite, not copied. Slot is the look (<see cref="Charts.Slot"/>);
/// Centre, where given, gets a badge with the number.
/// </summary>
public sealed record PointSeries(string Name, int Slot, double[] X, double[] Y, (double X, double Y)? Centre = null)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>The horizontal values.</summary>
    public double[] X { get; } = Finite.Each(X, nameof(X));

    /// <summary>The vertical values.</summary>
    public double[] Y { get; } = X.Length == Y.Length ? Finite.Each(Y, nameof(Y))
        : throw new ArgumentException($"There are {X.Length} horizontal values, but {Y.Length} vertical ones.", nameof(Y));

    /// <summary>Where the badge stands.</summary>
    public (double X, double Y)? Centre { get; } = Centre is var (x, y)
        ? (Finite.Require(x, nameof(Centre)), Finite.Require(y, nameof(Centre))) : null;
}
