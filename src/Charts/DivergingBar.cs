namespace Charts;

/// <summary>One bar: its name, its value to either side of the middle, and the text printed at its end.</summary>
public sealed record DivergingBar(string Name, double Value, string Text)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The value; the sign decides the side.</summary>
    public double Value { get; } = Finite.Require(Value, nameof(Value));

    /// <summary>The text, made safe to draw.</summary>
    public string Text { get; } = PlainText.Clean(Text);
}
