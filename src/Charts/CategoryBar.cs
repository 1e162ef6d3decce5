namespace Charts;

/// <summary>One value of a category and how many have it.</summary>
public sealed record CategoryBar(string Name, long Count)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The count, 0 or more.</summary>
    public long Count { get; } = Count >= 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A count is 0 or more.");
}
