namespace Charts;

/// <summary>
/// What an ink looks like: the class name that the style sheet themes, and the colour that a saved file carries. Colours of
/// groups start from Okabe and Ito (2008), darkened to a contrast of 3 on white and spread in lightness, so that they differ
/// for colour-blind readers too.
/// </summary>
public static class Palette
{
    /// <summary>How many colours there are before they repeat with another marker.</summary>
    public const int Colours = 8;

    private static readonly string[] Series = ["#0072b2", "#e46939", "#009a62", "#84358a", "#936900", "#3193f3", "#c52a76", "#2f3d42"];
    private static readonly string[] Above = ["#0072b2", "#e3eff8", "#c5dff1", "#a3cceb", "#7db7e3"];
    private static readonly string[] Below = ["#d55e00", "#fdeee2", "#fbdcc4", "#f7c7a0", "#f2b07a"];

    /// <summary>The class of an ink, such as s0 or grid.</summary>
    public static string ClassName(Ink ink) => ink.Role switch
    {
        InkRole.Series => "s" + ink.Index,
        InkRole.Above => ink.Index == 0 ? "above" : "a" + ink.Index,
        InkRole.Below => ink.Index == 0 ? "below" : "b" + ink.Index,
        InkRole.MutedText => "muted",
        var role => role.ToString().ToLowerInvariant(),
    };

    /// <summary>The colour on a white page, as #rrggbb.</summary>
    public static string Colour(Ink ink) => ink.Role switch
    {
        InkRole.Series => Series[ink.Index],
        InkRole.Above => Above[ink.Index],
        InkRole.Below => Below[ink.Index],
        InkRole.Paper => "#ffffff",
        InkRole.Axis => "#8a93a0",
        InkRole.Grid => "#e6e9ee",
        InkRole.Text => "#1b2430",
        InkRole.MutedText => "#566070",
        InkRole.Noise => "#6d7684",
        InkRole.Rest => "#8a93a0",
        InkRole.Backdrop => "#e3e7ec",
        InkRole.Accent => "#2f5bd8",
        _ => throw new ArgumentOutOfRangeException(nameof(ink)),
    };
}
