using System.Globalization;
using System.Text;

namespace Dashboard.Csv;

public static class ColumnNames
{
    public static IReadOnlyList<string> Clean(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>();
        return [.. headers.Select((header, i) => Distinct(Clean(header) is { Length: > 0 } name ? name : $"Column {i + 1}", taken))];
    }

    public static (string Label, string? Unit) LabelAndUnit(string name)
    {
        var opens = name.EndsWith(')') ? name.LastIndexOf('(') : name.EndsWith(']') ? name.LastIndexOf('[') : -1;
        var label = Spaced(opens > 0 ? name[..opens] : name);
        var unit = opens > 0 ? name[(opens + 1)..^1].Trim() : "";
        if (unit.Length == 0 || label.Length == 0) return (Spaced(name), null);
        return (label, IsRange(unit) ? null : unit);
    }

    /// <summary>"1-100" tells what values there are, not in what they are measured.</summary>
    private static bool IsRange(string unit) => unit.All(c => char.IsAsciiDigit(c) || c is '-' or '–' or '.' or ' ' or '/');

    internal static string Fold(string name) => name.ToUpperInvariant().ToLowerInvariant();

    private static string Clean(string header)
    {
        var name = new StringBuilder(header.Length);
        foreach (var rune in CellText.Normalized(CellText.WithoutGuard(header).ToString()).EnumerateRunes())
        {
            if (IsBlank(rune)) Blank(name);
            else if (!IsInvisible(rune)) name.Append(rune.ToString());
        }
        return name.ToString().Trim();
    }

    private static void Blank(StringBuilder name)
    {
        if (name.Length > 0 && name[^1] != ' ') name.Append(' ');
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune);

    private static bool IsInvisible(Rune rune) =>
        Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    private static string Distinct(string name, HashSet<string> taken)
    {
        var distinct = name;
        for (var n = 2; !taken.Add(Fold(distinct)); n++) distinct = $"{name} ({n})";
        return distinct;
    }

    private static string Spaced(string name) => string.Join(' ', name.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries));
}
