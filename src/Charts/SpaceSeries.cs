namespace Charts;

/// <summary>The points of one group in space: X, Y and Z of equal length, finite, not copied.</summary>
public sealed record SpaceSeries(string Name, int Slot, double[] X, double[] Y, double[] Z)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>The values of the first axis.</summary>
    public double[] X { get; } = Finite.Each(X, nameof(X));

    /// <summary>The values of the second axis.</summary>
    public double[] Y { get; } = SameLength(X, Y, nameof(Y));

    /// <summary>The values of the upright axis.</summary>
    public double[] Z { get; } = SameLength(X, Z, nameof(Z));

    private static double[] SameLength(double[] x, double[] values, string name) => x.Length == values.Length ? Finite.Each(values, name)
        : throw new ArgumentException($"There are {x.Length} values of the first axis, but {values.Length} others.", name);
}
