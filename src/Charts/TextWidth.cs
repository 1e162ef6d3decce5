using System.Globalization;
using System.Text;

namespace Charts;

/// <summary>How wide text will be in Arial, Liberation Sans or Helvetica, kerning left out (it only narrows).</summary>
public static class TextWidth
{
    // What follows it melts into the sign before: a family of four is one emoji.
    private const int Joiner = 0x200D;

    private static readonly short[] Regular = Table(FontWidths.Regular);
    private static readonly short[] Bold = Table(FontWidths.Bold);

    /// <summary>
    /// The width of one line of text of that size. Scripts outside the table count 1 em for wide characters and 0.8 em for
    /// others, which is rather too much than too little; combining marks count nothing.
    /// </summary>
    public static double Of(string text, double size, bool bold = false)
    {
        var table = bold ? Bold : Regular;
        var (sum, joined) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!joined) sum += rune.Value < table.Length && table[rune.Value] > 0 ? table[rune.Value] : Fallback(rune);
            joined = rune.Value == Joiner;
        }
        return sum * size / 1000;
    }

    private static int Fallback(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        _ => rune.Value >= 0x1100 ? Wide(rune.Value) : 800,
    };

    // Hangul, Han, Kana, full-width forms and pictographs fill a square; emoji are wider still in some fonts.
    private static int Wide(int value) => value switch
    {
        < 0x1200 or (>= 0x2E80 and < 0xA4D0) or (>= 0xAC00 and < 0xD7B0) or (>= 0xF900 and < 0xFB00) or (>= 0xFE30 and < 0xFFF0) => 1000,
        >= 0x1F000 and < 0x20000 => 1400,
        >= 0x10000 => 1100,
        _ => 800,
    };

    private static short[] Table((int Width, string Characters)[] rows)
    {
        var table = new short[0x2300];
        foreach (var (width, characters) in rows)
            foreach (var character in characters) table[character] = (short)width;
        return table;
    }
}
