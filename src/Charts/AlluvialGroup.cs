namespace Charts;

/// <summary>
/// A group of a stage: how many it holds, and how many of them came from each group of the stage before (empty in the first
/// stage). Note is a short remark for the table.
/// </summary>
public sealed record AlluvialGroup(string Name, int Slot, long Size, IReadOnlyList<long> From, string Note = "")
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>The size, 0 or more.</summary>
    public long Size { get; } = Size >= 0 ? Size : throw new ArgumentOutOfRangeException(nameof(Size), Size, "A size is 0 or more.");
}
