namespace Charts;

/// <summary>What a mark means; the page's style sheet decides what that looks like.</summary>
public enum InkRole
{
    /// <summary>The sheet itself.</summary>
    Paper,

    /// <summary>Axis lines and their ticks.</summary>
    Axis,

    /// <summary>Faint lines behind the data.</summary>
    Grid,

    /// <summary>Text to be read first.</summary>
    Text,

    /// <summary>Text to be read second.</summary>
    MutedText,

    /// <summary>A named group; Index is its colour, 0 to 7.</summary>
    Series,

    /// <summary>Data that belongs to no group.</summary>
    Noise,

    /// <summary>All other data, drawn below.</summary>
    Rest,

    /// <summary>A pale area behind the data, such as everybody in a histogram.</summary>
    Backdrop,

    /// <summary>Above the average: Index 0 is a bar, 1 to 4 are shades for text to stand on.</summary>
    Above,

    /// <summary>Below the average: Index 0 is a bar, 1 to 4 are shades for text to stand on.</summary>
    Below,

    /// <summary>A single series without a group, and what is pointed out.</summary>
    Accent,
}
