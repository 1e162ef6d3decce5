namespace Charts;

/// <summary>One row of a heatmap: a cell per column.</summary>
public sealed record HeatmapRow(string Name, int Slot, IReadOnlyList<HeatmapCell> Cells)
{
    /// <summary>The name, made safe to draw.</summary>
    public string Name { get; } = PlainText.Clean(Name);

    /// <summary>The look.</summary>
    public int Slot { get; } = Charts.Slot.Checked(Slot);
}
