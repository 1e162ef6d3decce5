namespace Charts;

/// <summary>One group of a profile: per feature the standard deviations between its mean and that of all.</summary>
public sealed record ProfileLine(string Name, int Slot, IReadOnlyList<double> Deviations)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);

    /// <summary>One number per feature.</summary>
    public IReadOnlyList<double> Deviations { get; } = Finite.Each([.. Deviations], nameof(Deviations));
}
