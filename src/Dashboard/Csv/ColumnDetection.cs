namespace Dashboard.Csv;

public static class ColumnDetection
{
    private const int Rows = 10_000;

    public static IReadOnlyList<ColumnGuess> Guess(string path, CsvFormat format)
    {
        using var csv = CsvFile.Open(path, format);
        var tallies = csv.Columns.Select(_ => new ColumnTally(format.DecimalMark)).ToArray();
        for (var row = 0; row < Rows && csv.Read();)
        {
            if (csv.Problem is not null) continue;
            row++;
            for (var i = 0; i < tallies.Length; i++) tallies[i].Add(csv.Field(i));
        }
        Settle(csv, [.. Enumerable.Range(0, tallies.Length).Where(i => tallies[i].Dates.IsOpen)], tallies);
        // The names made up for a file without a header say nothing about its columns.
        var said = format.HasHeader ? csv.Header : [.. csv.Header.Select(_ => "")];
        var key = KeyRule.Choose(said, tallies);
        return [.. tallies.Select((t, i) => RoleRule.Guess(said[i], csv.Columns[i], t, i == key) with { Source = csv.Header[i] })];
    }

    // Ten thousand sales can all fall in the first days of a month; only a day above 12 tells 12/1 from 1/12.
    private static void Settle(CsvFile csv, List<int> open, ColumnTally[] tallies)
    {
        while (open.Count > 0 && csv.Read())
        {
            if (csv.Problem is not null) continue;
            foreach (var i in open) tallies[i].Dates.Add(csv.Field(i));
            open.RemoveAll(i => !tallies[i].Dates.IsOpen);
        }
    }
}
