using System.Globalization;
using System.Text;

namespace Charts;

/// <summary>Makes any text safe to draw: names come from files and people, and some mean harm.</summary>
public static class PlainText
{
    private const int LongestName = 400;
    private const int MarksPerLetter = 3;

    /// <summary>
    /// One line without characters that XML forbids, lone surrogates, direction overrides or piled-up accents; blanks
    /// collapsed; cut after 400 characters.
    /// </summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var clean = new StringBuilder(Math.Min(text.Length, LongestName) + 1);
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestName) return clean.Append('…').ToString();
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune)) AppendBlank(clean);
            else if (marks <= MarksPerLetter && IsDrawable(rune, category)) clean.Append(rune.ToString());
        }
        return clean.ToString().TrimEnd();
    }

    private static void AppendBlank(StringBuilder clean)
    {
        if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
    }

    // EnumerateRunes turns a lone surrogate into U+FFFD. Joiners (U+200C, U+200D) stay: Persian and emoji need them.
    private static bool IsDrawable(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => rune.Value is not 0xFFFD && (rune.Value & 0xFFFE) != 0xFFFE,
    };
}
