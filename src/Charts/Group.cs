namespace Charts;

/// <summary>A group by name and look (<see cref="Charts.Slot"/>).</summary>
public sealed record Group(string Name, int Slot)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);
}
