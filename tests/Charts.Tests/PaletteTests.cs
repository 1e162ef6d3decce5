using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Charts.Tests;

/// <summary>Contrast as defined by WCAG 2.2: 3 for marks, 4.5 for text.</summary>
public sealed partial class PaletteTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Root(), "wwwroot", "css", "charts.css"));
    private static readonly Dictionary<string, string> Light = Theme(0), Dark = Theme(1);

    private static readonly Ink[] Marks = [.. Enumerable.Range(0, Palette.Colours).Select(Ink.Series), Ink.Noise, Ink.Rest, Ink.Above(), Ink.Below(), Ink.Accent, Ink.Axis];
    private static readonly Ink[] Grounds = [Ink.Paper, Ink.Backdrop, .. Enumerable.Range(1, 4).SelectMany(shade => new[] { Ink.Above(shade), Ink.Below(shade) })];

    public static TheoryData<string> Themes { get; } = ["light", "dark"];

    [Fact]
    public void The_style_sheet_and_the_saved_file_agree_on_every_colour_of_the_light_theme()
    {
        var inks = Marks.Concat(Grounds).Concat([Ink.Grid, Ink.Text, Ink.MutedText]).ToList();
        Assert.All(inks, ink => Assert.Equal(Palette.Colour(ink), Light[Palette.ClassName(ink)]));
        Assert.Equal(inks.Count, Light.Count);
        Assert.All(inks, ink => Assert.Contains($".{Palette.ClassName(ink)} {{ --ink: var(--chart-{Palette.ClassName(ink)}); }}", Css, StringComparison.Ordinal));
        Assert.Equal(Light.Keys.Order(), Dark.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Every_mark_stands_out_from_the_paper(string theme)
    {
        var colours = Colours(theme);
        Assert.All(Marks, mark => Assert.True(Contrast(colours[Palette.ClassName(mark)], colours["paper"]) >= 3, $"{mark}"));
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_is_readable_on_every_ground(string theme)
    {
        var colours = Colours(theme);
        Assert.All(Grounds, ground => Assert.True(Contrast(colours["text"], colours[Palette.ClassName(ground)]) >= 4.5, $"{ground}"));
        Assert.True(Contrast(colours["muted"], colours["paper"]) >= 4.5);
    }

    [Fact]
    public void Fifty_six_slots_differ_in_colour_or_marker() =>
        Assert.Distinct(Enumerable.Range(0, 56).Select(slot => (Slot.Ink(slot), Slot.Marker(slot))));

    [Fact]
    public void Noise_and_rest_have_a_look_but_no_number()
    {
        Assert.Equal((Ink.Noise, Marker.Ring, ""), (Slot.Ink(-1), Slot.Marker(-1), Slot.Number(-1)));
        Assert.Equal((Ink.Rest, Marker.Disc, ""), (Slot.Ink(-2), Slot.Marker(-2), Slot.Number(-2)));
        Assert.Equal("1", Slot.Number(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Slot.Ink(-3));
    }

    internal static IReadOnlyDictionary<string, string> Colours(string theme) => theme == "light" ? Light : Dark;

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int start)
        {
            var part = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * Part(1) + 0.7152 * Part(3) + 0.0722 * Part(5);
    }

    private static Dictionary<string, string> Theme(int index) =>
        Definition().Matches(Css.Split(":root {")[index + 1]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(path, "..", "..", ".."));

    [GeneratedRegex(@"--chart-([a-z0-9]+): (#[0-9a-f]{6});")]
    private static partial Regex Definition();
}
