namespace Dashboard.Csv;

/// <summary>
/// The key is filled and different in each row, the most id-like name first. A column with a person's id may repeat or miss up to
/// one in twenty, any id-like name up to one in five, when nothing better is there, since files hold duplicates. Never a measure: a number without an id-like name
/// is a key only if it counts the rows in a column without a name.
/// </summary>
internal static class KeyRule
{
    private const double Nearly = 0.95;
    private const double Mostly = 0.8;

    public static int Choose(IReadOnlyList<string> headers, IReadOnlyList<ColumnTally> tallies)
    {
        var best = (Strength: 0, Column: -1);
        for (var i = 0; i < tallies.Count; i++)
            if (Strength(headers[i], tallies[i]) is var strength && strength > best.Strength) best = (strength, i);
        return best.Column;
    }

    public static bool IsIndex(string header, ColumnTally tally) =>
        HeaderWords.IsIndex(header) && tally.Counts && tally.Filled > 0 && tally.Filled == tally.Cells;

    private static int Strength(string header, ColumnTally tally)
    {
        if (tally.Filled == 0 || tally.Fractions > 0) return 0;
        var id = HeaderWords.IdStrength(header);
        if (tally.Filled == tally.Cells && tally.Distinct == tally.Filled)
            return id > 0 ? 10 * id : IsIndex(header, tally) ? 2 : IsHandle(tally) ? 1 : 0;
        return id is 3 && tally.Distinct >= Nearly * tally.Cells ? 5 : id > 1 && tally.Distinct >= Mostly * tally.Cells ? 4 : 0;
    }

    private static bool IsHandle(ColumnTally tally) =>
        tally.Numbers == tally.LeadingZeros && tally.Dates.Dates == 0 && !tally.HasSpaces && tally.IsShort && tally.Cells > 1;
}
