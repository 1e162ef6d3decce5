namespace Charts;

/// <summary>One group of a segment evaluation plot: its two scores, 0 to 10, and what the area of its bubble stands for, 0 or more.</summary>
public sealed record EvaluationBubble(string Name, int Slot, double X, double Y, double Size)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>The horizontal score.</summary>
    public double X { get; } = Score(X, nameof(X));

    /// <summary>The vertical score.</summary>
    public double Y { get; } = Score(Y, nameof(Y));

    /// <summary>What the area stands for.</summary>
    public double Size { get; } = Finite.Require(Size, nameof(Size)) >= 0 ? Size : throw new ArgumentOutOfRangeException(nameof(Size), Size, "A size is 0 or more.");

    private static double Score(double value, string name) => value is >= 0 and <= EvaluationPlot.Best
        ? value : throw new ArgumentOutOfRangeException(name, value, $"A score is 0 to {EvaluationPlot.Best}.");
}
