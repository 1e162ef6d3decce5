using System.Globalization;

namespace Charts.Tests;

/// <summary>
/// Colours as seen without one kind of cone: matrices for full severity from Machado, Oliveira and Fernandes, "A Physiologically-based
/// Model for Simulation of Color Vision Deficiency" (2009). Distances are CIE 1976 ΔE; about 2 is just noticeable.
/// </summary>
public sealed class ColourVisionTests
{
    private static readonly double[] Normal = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    private static readonly double[] WithoutRed = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];
    private static readonly double[] WithoutGreen = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881];
    private static readonly double[] WithoutBlue = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Any_two_group_colours_differ_for_every_kind_of_eye(string theme)
    {
        var colours = Enumerable.Range(0, Palette.Colours).Select(slot => PaletteTests.Colours(theme)["s" + slot]).ToList();
        foreach (var eye in new[] { Normal, WithoutRed, WithoutGreen, WithoutBlue })
            for (var i = 0; i < colours.Count; i++)
                for (var j = 0; j < i; j++)
                    Assert.InRange(Distance(Lab(colours[i], eye), Lab(colours[j], eye)), 12, 200);
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Lab(string colour, double[] eye)
    {
        double[] seen = [.. Enumerable.Range(0, 3).Select(row => Math.Clamp(Enumerable.Range(0, 3).Sum(i => eye[3 * row + i] * Linear(colour, i)), 0, 1))];
        var x = Root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        var y = Root(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        var z = Root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
    }

    private static double Root(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;

    private static double Linear(string colour, int part)
    {
        var value = int.Parse(colour.AsSpan(1 + 2 * part, 2), NumberStyles.HexNumber) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
