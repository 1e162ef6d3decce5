using System.Globalization;

namespace Charts;

/// <summary>The texts under an axis: all with the same decimals and the same suffix.</summary>
public static class TickText
{
    private static readonly (double Unit, string Suffix)[] Suffixes = [(1, ""), (1e6, "M"), (1e9, "B"), (1e12, "T")];

    /// <summary>
    /// One text per tick of <see cref="Ticks"/>: 0.25, 1,500, 1.5M; powers of ten below 0.0001 and from 1e15. The decimals are those that tell
    /// neighbours apart.
    /// </summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<double> ticks)
    {
        if (ticks.Count == 0) return [];
        var largest = ticks.Max(Math.Abs);
        var step = ticks.Count > 1 ? Math.Abs(ticks[1] - ticks[0]) : largest;
        if (largest > 0 && (largest < 1e-3 || largest >= 1e15)) return Powers(ticks, Math.Log10(largest / step));
        var (unit, suffix) = Suffixes.Last(s => s.Unit == 1 || largest >= s.Unit && step >= s.Unit / 100);
        var decimals = ticks.Count > 1 ? Decimals(step / unit) : Decimals(step / unit / 1000);
        return [.. ticks.Select(tick => tick == 0 && unit > 1 ? "0" : Plain(tick / unit, decimals, ticks.Count > 1) + suffix)];
    }

    private static string[] Powers(IReadOnlyList<double> ticks, double digits)
    {
        var format = "0." + new string('#', (int)Math.Clamp(Math.Ceiling(digits) + 1, 1, 16)) + "e0";
        return [.. ticks.Select(tick => tick == 0 ? "0" : tick.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−'))];
    }

    internal static string Plain(double value, int decimals, bool fixedDecimals = true) => (Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0)
        .ToString("#,0." + new string(fixedDecimals ? '0' : '#', decimals), CultureInfo.InvariantCulture).Replace('-', '−');

    private static int Decimals(double step) =>
        step is 0 or >= 1 ? 0 : Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
}
