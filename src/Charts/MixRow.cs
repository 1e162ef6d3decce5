namespace Charts;

/// <summary>One bar of a category mix: a count per value, 0 or more.</summary>
public sealed record MixRow(string Name, int Slot, IReadOnlyList<long> Counts)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>A count per value.</summary>
    public IReadOnlyList<long> Counts { get; } = Counts.All(count => count >= 0) ? Counts
        : throw new ArgumentOutOfRangeException(nameof(Counts), "A count is 0 or more.");

    /// <summary>The counts that are not told, besides those below the least told; one per count, or none.</summary>
    public IReadOnlyList<bool> Hidden { get; init; } = [];
}
