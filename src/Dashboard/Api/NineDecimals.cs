using System.Globalization;

namespace Dashboard.Api;

/// <summary>
/// Numbers with nine decimals at most, trailing zeros left away: the shortest text that reads back as the same number takes several times as long to
/// find and says more than a model knows. Those below a thousandth keep all their digits.
/// </summary>
public static class NineDecimals
{
    public const int Longest = 32;
    private const int Decimals = 9;
    private const double One = 1e9;

    /// <summary>Beyond it, nine decimals are more than a double holds.</summary>
    private const double Largest = 9e6;
    private const double Smallest = 1e-3;

    public static int Write(double value, Span<byte> to)
    {
        if (value is not (0 or (>= Smallest and < Largest)))
        {
            value.TryFormat(to, out var written, default, CultureInfo.InvariantCulture);
            return written;
        }
        var (whole, fraction) = Math.DivRem((long)Math.Round(value * One), (long)One);
        whole.TryFormat(to, out var end, default, CultureInfo.InvariantCulture);
        return fraction == 0 ? end : end + Fraction((uint)fraction, to[end..]);
    }

    private static int Fraction(uint fraction, Span<byte> to)
    {
        to[0] = (byte)'.';
        for (var i = Decimals; i > 0; i--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            to[i] = (byte)('0' + digit);
        }
        return to[..(Decimals + 1)].LastIndexOfAnyExcept((byte)'0') + 1;
    }
}
