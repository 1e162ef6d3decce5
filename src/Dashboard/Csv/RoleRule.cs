using static System.FormattableString;

namespace Dashboard.Csv;

/// <summary>The role of one column, from the strongest reason to the weakest; the reason is shown beside the guess.</summary>
internal static class RoleRule
{
    private const double NumberShare = 0.95;
    private const int Categories = 50;

    public static ColumnGuess Guess(string header, string name, ColumnTally tally, bool isKey)
    {
        var (role, confidence, reason) = isKey ? Key(header, tally) : Role(header, tally);
        var filled = tally.Cells == 0 ? 0 : (double)tally.Filled / tally.Cells;
        return new ColumnGuess(header, name, role, tally.Dates.Order, confidence, tally.Samples, filled, reason);
    }

    private static (ColumnRole, double, string) Key(string header, ColumnTally tally)
    {
        var named = HeaderWords.IdStrength(header) > 0;
        if (tally.Distinct < tally.Cells)
            return (ColumnRole.Key, 0.7, Invariant($"named like an id, {tally.Cells - tally.Distinct:N0} of {tally.Cells:N0} rows repeat one or have none"));
        return (ColumnRole.Key, named ? 0.98 : 0.6, named ? "named like an id, different in every row" : "different in every row");
    }

    private static (ColumnRole, double, string) Role(string header, ColumnTally tally)
    {
        if (tally.Filled == 0) return (ColumnRole.Ignore, 0.9, "has no values");
        if (KeyRule.IsIndex(header, tally)) return (ColumnRole.Ignore, 0.95, "counts the rows");
        if (HeaderWords.IsRefusal(header) && tally.IsYesNo) return (ColumnRole.OptOut, 0.95, "named like an objection, holds yes and no");
        if (HeaderWords.IsConsent(header) && tally.IsYesNo) return (ColumnRole.Consent, 0.95, "named like a consent, holds yes and no");
        var dates = Share(tally.Dates.Dates, tally);
        if (dates >= NumberShare && (Share(tally.Numbers, tally) < NumberShare || HeaderWords.IsDate(header))) return Date(dates, tally);
        return Number(header, tally) ?? Words(tally);
    }

    private static (ColumnRole, double, string) Date(double share, ColumnTally tally) => tally.Dates.IsOpen
        ? (ColumnRole.Date, 0.5, "dates; no day is above 12, so day and month may be the other way round")
        : (ColumnRole.Date, share, $"{Percent(share)} are dates");

    private static (ColumnRole, double, string)? Number(string header, ColumnTally tally)
    {
        var share = Share(tally.Numbers, tally);
        if (share < NumberShare) return null;
        if (Share(tally.LeadingZeros, tally) > 0.01) return (ColumnRole.Text, 0.9, "digits with leading zeros, kept as text");
        if (HeaderWords.IdStrength(header) > 0 && tally.Fractions == 0) return (ColumnRole.Text, 0.8, "named like an id, but not different in every row");
        return (ColumnRole.Number, share, $"{Percent(share)} are numbers");
    }

    private static (ColumnRole, double, string) Words(ColumnTally tally) =>
        tally.Distinct <= Categories && tally.Distinct * 2 <= tally.Filled
            ? (ColumnRole.Category, 0.9, tally.Distinct == 1 ? "one value alone" : $"{tally.Distinct} different values")
            : (ColumnRole.Text, 0.8, Invariant($"{tally.Distinct:N0} different values in {tally.Filled:N0} rows"));

    private static double Share(int count, ColumnTally tally) => (double)count / tally.Filled;

    private static string Percent(double share) => $"{Math.Floor(share * 100)} %";
}
