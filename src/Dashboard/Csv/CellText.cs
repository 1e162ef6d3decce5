using System.Text;

namespace Dashboard.Csv;

/// <summary>A text cell as it is stored: NFC, trimmed, without the characters that databases and XML refuse.</summary>
public static class CellText
{
    private const string FormulaStarts = "=+-@\t\r\0＝＋－＠";

    public static string Clean(ReadOnlySpan<char> cell)
    {
        cell = WithoutGuard(cell).Trim();
        return IsPlain(cell) ? cell.ToString() : Normalized(Kept(cell)).Trim();
    }

    /// <summary>
    /// Our downloads write '=1+1 for a text that starts like a formula; reading takes that one apostrophe off again.
    /// An apostrophe before anything else ('s-Hertogenbosch) stays.
    /// </summary>
    public static ReadOnlySpan<char> WithoutGuard(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && cell[0] == '\'' && NeedsGuard(cell[1..]) ? cell[1..] : cell;

    /// <summary>Also a guarded text needs a guard, or reading would take off the apostrophe that is its own.</summary>
    public static bool NeedsGuard(ReadOnlySpan<char> cell)
    {
        cell = cell.TrimStart('\'');
        return cell.Length > 0 && FormulaStarts.Contains(cell[0]);
    }

    internal static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return Kept(text).Normalize(NormalizationForm.FormC);
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> cell) => !cell.ContainsAnyExceptInRange(' ', '~');

    private static string Kept(ReadOnlySpan<char> cell)
    {
        var kept = new StringBuilder(cell.Length);
        foreach (var rune in cell.EnumerateRunes())
            if (IsStorable(rune)) kept.Append(rune.ToString());
        return kept.ToString();
    }

    private static bool IsStorable(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' || (!Rune.IsControl(rune) && (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is < 0xFDD0 or > 0xFDEF);
}
