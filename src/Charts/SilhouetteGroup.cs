namespace Charts;

/// <summary>The silhouettes of one group, from -1 to 1, kept falling.</summary>
public sealed record SilhouetteGroup(string Name, int Slot, double[] Values)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>One value per member, the highest first.</summary>
    public double[] Values { get; } = Falling(Finite.Each(Values, nameof(Values)));

    internal double Mean => Values.Length == 0 ? 0 : Values.Average();

    private static double[] Falling(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return sorted;
    }
}
