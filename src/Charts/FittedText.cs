using System.Globalization;

namespace Charts;

/// <summary>Text made to fit a width: shortened with an ellipsis, or broken into lines. Letters are never cut apart.</summary>
public static class FittedText
{
    /// <summary>The text, or as much of it as fits before an ellipsis; empty where not even that fits.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        if (TextWidth.Of(text, size, bold) <= width) return text;
        var cut = Fitting(text, width - TextWidth.Of("…", size, bold), size, bold);
        return cut > 0 ? text[..cut].TrimEnd(' ', ',', '.') + "…" : TextWidth.Of("…", size, bold) <= width ? "…" : "";
    }

    /// <summary>
    /// At most that many lines, broken at blanks, and inside a word only where it is wider than a line: where its parts meet, as in
    /// TotalCharges and Total_Charges, else anywhere (as Chinese, which has no blanks). The last line is shortened where text is left over.
    /// </summary>
    public static WrappedText Wrap(string text, double width, double size, int lines, bool bold = false)
    {
        var wrapped = new List<string>();
        var rest = text;
        while (rest.Length > 0 && wrapped.Count < lines - 1)
        {
            var end = LineEnd(rest, width, size, bold);
            wrapped.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        if (rest.Length == 0) return new(wrapped, false);
        wrapped.Add(Shorten(rest, width, size, bold));
        return new(wrapped, wrapped[^1] != rest);
    }

    private static int LineEnd(string text, double width, double size, bool bold)
    {
        if (TextWidth.Of(text, size, bold) <= width) return text.Length;
        var fitting = Fitting(text, width, size, bold);
        if (fitting < text.Length && text[fitting] == ' ') return fitting;
        var blank = fitting > 0 ? text.LastIndexOf(' ', fitting - 1) : -1;
        if (blank > 0) return blank;
        var seam = fitting;
        while (seam > 1 && !IsSeam(text, seam)) seam--;
        return seam > 1 ? seam : Math.Max(fitting, StringInfo.GetNextTextElementLength(text));
    }

    private static bool IsSeam(string text, int at) => text[at - 1] is '_' or '-' or '/' || (at < text.Length && char.IsLower(text[at - 1]) && char.IsUpper(text[at]));

    // The end of the longest beginning that fits, between two whole letters.
    private static int Fitting(string text, double width, double size, bool bold)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var (low, high) = (0, starts.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TextWidth.Of(text[..starts[middle]], size, bold) <= width) low = middle;
            else high = middle - 1;
        }
        return starts.Length == 0 ? 0 : starts[low];
    }
}
