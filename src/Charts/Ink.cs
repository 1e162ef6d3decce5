namespace Charts;

/// <summary>A role and, where the role has several shades, which one.</summary>
public readonly record struct Ink(InkRole Role, int Index = 0)
{
    /// <summary>The sheet itself.</summary>
    public static Ink Paper => new(InkRole.Paper);

    /// <summary>Axis lines and their ticks.</summary>
    public static Ink Axis => new(InkRole.Axis);

    /// <summary>Faint lines behind the data.</summary>
    public static Ink Grid => new(InkRole.Grid);

    /// <summary>Text to be read first.</summary>
    public static Ink Text => new(InkRole.Text);

    /// <summary>Text to be read second.</summary>
    public static Ink MutedText => new(InkRole.MutedText);

    /// <summary>Data that belongs to no group.</summary>
    public static Ink Noise => new(InkRole.Noise);

    /// <summary>All other data, drawn below.</summary>
    public static Ink Rest => new(InkRole.Rest);

    /// <summary>A pale area behind the data.</summary>
    public static Ink Backdrop => new(InkRole.Backdrop);

    /// <summary>A single series without a group.</summary>
    public static Ink Accent => new(InkRole.Accent);

    /// <summary>Above the average; 0 is a bar, 1 to 4 shades for text to stand on.</summary>
    public static Ink Above(int shade = 0) => new(InkRole.Above, shade);

    /// <summary>Below the average; 0 is a bar, 1 to 4 shades for text to stand on.</summary>
    public static Ink Below(int shade = 0) => new(InkRole.Below, shade);

    /// <summary>The colour of a group; colours repeat after eight slots, markers after seven.</summary>
    public static Ink Series(int slot) => new(InkRole.Series, slot % Palette.Colours);
}
