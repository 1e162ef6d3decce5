namespace Charts;

/// <summary>One feature of a profile: its name with the unit, and the mean and standard deviation of all, in that unit.</summary>
public sealed record ProfileAxis(string Name, double Mean, double StandardDeviation)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The mean of all.</summary>
    public double Mean { get; } = Finite.Require(Mean, nameof(Mean));

    /// <summary>The standard deviation of all, 0 or more.</summary>
    public double StandardDeviation { get; } = Finite.Require(StandardDeviation, nameof(StandardDeviation));

    /// <summary>The value that lies so many standard deviations from the mean, in three digits.</summary>
    internal string At(double deviation)
    {
        var value = Mean + deviation * StandardDeviation;
        return double.IsFinite(value) ? NumberText.Of(Rounded(value)) : "";
    }

    private static double Rounded(double value)
    {
        if (value == 0 || Math.Abs(value) is < 1e-12 or >= 1000) return value;
        var decimals = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return Math.Round(value, Math.Clamp(decimals, 0, 15));
    }
}
