namespace Charts;

/// <summary>Text is the value as readers know it; Deviation shades the cell, in standard deviations from the average.</summary>
public sealed record HeatmapCell(string Text, double Deviation)
{
    /// <summary>The text, made safe to draw.</summary>
    public string Text { get; } = PlainText.Clean(Text);

    /// <summary>Standard deviations from the average; shades reach from -2 to 2.</summary>
    public double Deviation { get; } = Finite.Require(Deviation, nameof(Deviation));

    internal string Sigma => NumberText.WithSign(Deviation) + "σ";
}
