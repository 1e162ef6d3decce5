namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>
    /// The rows of all customers that a filter lets through, in order, missing values last. A scan and a sort in memory: SQLite's
    /// own sort of a million rows takes ten times as long, and an index per column would have to be kept up by every import.
    /// </summary>
    public int[] Rows(CustomerFilter filter, CustomerSort sort)
    {
        var sql = new FilterSql(filter, Holds);
        var (column, order) = sort switch
        {
            { By: { } by } => (CustomerTable.NameOf(by), "row"),
            { ByKey: true } => ("key", sort.Descending ? "key DESC" : "key"),
            _ => ("row", "row"),
        };
        using var statement = _connection.Prepare($"SELECT row, {column} FROM {_table.Name} WHERE {CustomerTable.VisibleIn("?1")}{sql.Conditions} ORDER BY {order}");
        statement.Bind(1, _version);
        sql.BindTo(statement);
        return sort.By is null ? Rows(statement) : CustomerTable.IsNumber(sort.By) ? ByNumber(statement, sort.Descending) : ByText(statement, sort.Descending);
    }

    /// <summary>The customers in those rows, in that order, without those who were erased or are left out.</summary>
    public IReadOnlyList<CustomerRow> At(ReadOnlySpan<int> rows)
    {
        var found = Customers($"WHERE ?1 = ?1 AND left_out IS NULL AND row IN ({string.Join(',', rows.ToArray())})", 0, 0).ToDictionary(c => c.Row);
        var listed = new List<CustomerRow>(rows.Length);
        foreach (var row in rows)
        {
            if (found.TryGetValue(row, out var customer))
            {
                listed.Add(customer);
            }
        }
        return listed;
    }

    private static int[] Rows(RawStatement statement)
    {
        var rows = new List<int>();
        while (statement.Step())
        {
            rows.Add((int)statement.Integer(0));
        }
        return [.. rows];
    }

    private static int[] ByNumber(RawStatement statement, bool descending)
    {
        var (rows, keys) = (new List<int>(), new List<double>());
        while (statement.Step())
        {
            rows.Add((int)statement.Integer(0));
            keys.Add(statement.Number(1));
        }
        return RowOrder.Of([.. rows], [.. keys], descending);
    }

    /// <summary>Each different text gets its rank, so that the rows themselves are sorted by numbers.</summary>
    private int[] ByText(RawStatement statement, bool descending)
    {
        var (rows, keys, seen) = (new List<int>(), new List<double>(), new Dictionary<string, int>());
        while (statement.Step())
        {
            rows.Add((int)statement.Integer(0));
            keys.Add(statement.IsNull(1) ? double.NaN : IndexOf(seen, statement.Utf8(1)));
        }
        var ranks = RowOrder.Ranks([.. seen.Keys]);
        return RowOrder.Of([.. rows], [.. keys.Select(k => double.IsNaN(k) ? k : ranks[(int)k])], descending);
    }

    private int IndexOf(Dictionary<string, int> seen, ReadOnlySpan<byte> utf8)
    {
        var length = seen.Count;
        ref var index = ref Entry(seen, utf8, out var isKnown);
        return isKnown ? index : index = length;
    }
}
