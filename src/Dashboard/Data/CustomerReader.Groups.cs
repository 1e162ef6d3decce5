namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>The different texts of a column, and for each customer the place of theirs among them; -1 for none.</summary>
    public (int[] Places, IReadOnlyList<string> Texts) Places(Column column)
    {
        var (seen, places) = (new Dictionary<string, int>(), new List<int>(_customers));
        Scan(CustomerTable.NameOf(column), s => places.Add(s.IsNull(0) ? -1 : IndexOf(seen, s.Utf8(0))));
        return ([.. places], [.. seen.Keys]);
    }

    /// <summary>How many customers lack a value, by column and stretch of the file.</summary>
    public int[][] Missing(IReadOnlyList<Column> columns, int stretches)
    {
        var counts = columns.Select(_ => new int[stretches]).ToArray();
        long row = 0;
        Scan(string.Join(", ", columns.Select(CustomerTable.NameOf)), s =>
        {
            var stretch = (int)Math.Min(stretches - 1, row++ * stretches / Math.Max(1, _customers));
            for (var j = 0; j < counts.Length; j++)
            {
                counts[j][stretch] += s.IsNull(j) ? 1 : 0;
            }
        });
        return counts;
    }
}
