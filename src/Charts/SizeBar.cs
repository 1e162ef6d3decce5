namespace Charts;

/// <summary>One bar: Count is what its length shows, Share (0 to 1) is printed beside it, or Text where given.</summary>
public sealed record SizeBar(string Name, int Slot, long Count, double Share, string? Text = null)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>The count, 0 or more.</summary>
    public long Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A count is 0 or more.");

    /// <summary>The share of all, 0 to 1.</summary>
    public double Share { get; } = Finite.Require(Share, nameof(Share));

    /// <summary>What is printed at the end of the bar.</summary>
    public string Text { get; } = PlainText.Clean(Text ?? $"{NumberText.Of(Count)} · {NumberText.Percent(Share)}");
}
