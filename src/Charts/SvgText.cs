using System.Globalization;
using System.Text;

namespace Charts;

internal static class SvgText
{
    internal static string Number(double value) => Append(new StringBuilder(), value).ToString();

    internal static StringBuilder Append(StringBuilder svg, double value)
    {
        Finite.Require(value, nameof(value));
        Span<char> digits = stackalloc char[32];
        // Adding zero turns -0 into 0; rounding first keeps 0.## from printing it back.
        (Math.Round(value, 2) + 0.0).TryFormat(digits, out var length, "0.##", CultureInfo.InvariantCulture);
        return svg.Append(digits[..length]);
    }

    internal static string Encode(string text) => Encode(new StringBuilder(), text).ToString();

    internal static StringBuilder Encode(StringBuilder svg, string text)
    {
        foreach (var character in PlainText.Clean(text))
            _ = character switch
            {
                '&' => svg.Append("&amp;"),
                '<' => svg.Append("&lt;"),
                '>' => svg.Append("&gt;"),
                '"' => svg.Append("&quot;"),
                _ => svg.Append(character),
            };
        return svg;
    }
}
