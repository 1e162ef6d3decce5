namespace Dashboard.Csv;

public static class Missing
{
    // The last six are what a spreadsheet writes for a formula that failed.
    private static readonly string[] Words =
        ["?", "-", "n/a", "na", "null", "none", "nan", "#n/a", "#value!", "#div/0!", "#ref!", "#name?", "#num!", "#null!"];

    public static bool Is(ReadOnlySpan<char> cell)
    {
        if (cell.Length > 0 && char.IsAsciiLetterOrDigit(cell[0]) && (cell[0] | 0x20) != 'n') return false;
        cell = CellText.WithoutGuard(cell.Trim());
        if (cell.Length > 7) return false;
        if (cell.IsEmpty) return true;
        foreach (var word in Words)
            if (cell.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
