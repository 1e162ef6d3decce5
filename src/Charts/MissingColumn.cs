namespace Charts;

/// <summary>One column of a file: how many of its rows have no value, and in which stretches of the file, by share from 0 to 1.</summary>
public sealed record MissingColumn(string Name, long Missing, double[] Stretches)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The share missing in each stretch of the rows, from the first to the last.</summary>
    public double[] Stretches { get; } = Finite.Each(Stretches, nameof(Stretches));
}
