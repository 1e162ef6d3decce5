namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>Whole columns of numbers, and for each customer the place of their text among the different ones; -1 for none.</summary>
    public (double[][] Values, int[] Places, IReadOnlyList<string> Texts) NumbersBy(IReadOnlyList<Column> columns, Column? by)
    {
        var seen = new Dictionary<string, int>();
        var (lists, places) = (columns.Select(_ => new List<double>(_customers)).ToArray(), new List<int>(_customers));
        Scan(string.Join(", ", columns.Append(by).OfType<Column>().Select(CustomerTable.NameOf)), s =>
        {
            for (var j = 0; j < lists.Length; j++)
            {
                lists[j].Add(s.Number(j));
            }
            places.Add(by is null || s.IsNull(lists.Length) ? -1 : IndexOf(seen, s.Utf8(lists.Length)));
        });
        return ([.. lists.Select(l => l.ToArray())], [.. places], [.. seen.Keys]);
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
