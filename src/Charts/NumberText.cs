using System.Globalization;

namespace Charts;

/// <summary>Numbers as the charts print them, in the invariant culture, with commas between thousands.</summary>
public static class NumberText
{
    /// <summary>A count.</summary>
    public static string Of(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits: 0.1235, 12.35, 1,235; powers of ten outside 0.0001 to a million million.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1e-4 or >= 1e12 => value.ToString("0.###e0", CultureInfo.InvariantCulture),
        >= 1000 => Plain(value, 0),
        >= 100 => Plain(value, 1),
        >= 10 => Plain(value, 2),
        _ => Plain(value, 4),
    };

    /// <summary>A share of 1 as a percentage with one decimal: whole ones of halves would add up to 101.</summary>
    public static string Percent(double share) => Plain(share * 100, 1) + " %";

    /// <summary>With its sign and one decimal, a real minus sign: +1.2, −0.4, 0.0.</summary>
    public static string WithSign(double value)
    {
        var text = Math.Abs(value).ToString("#,0.0", CultureInfo.InvariantCulture);
        return text == "0.0" ? text : (value < 0 ? "−" : "+") + text;
    }

    internal static string Plain(double value, int decimals) =>
        (Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0).ToString("#,0." + new string('#', decimals), CultureInfo.InvariantCulture).Replace('-', '−');
}
