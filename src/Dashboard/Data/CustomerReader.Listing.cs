using System.Collections;

namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>Below that a second connection costs more than it saves.</summary>
    private const int WorthHalving = 50_000;

    /// <summary>
    /// All customers in the order of a column, or of their keys without one. A scan and a sort in memory: SQLite's own sort of a million
    /// rows takes ten times as long, and an index per column would have to be kept up by every import.
    /// </summary>
    public CustomerOrder Order(Column? by) => by is null ? ByKey() : CustomerTable.IsNumber(by) ? ByNumber(by) : ByText(by);

    /// <summary>The rows of the customers whom a filter lets through, in the order of the file. Two halves of the table are looked through at a time.</summary>
    public int[] Rows(CustomerFilter filter)
    {
        if (_customers < WorthHalving)
        {
            return [.. Rows(_connection, filter, 0, long.MaxValue)];
        }
        var middle = Highest() / 2;
        var second = Task.Run(() =>
        {
            using var connection = new RawConnection(_path);
            return Rows(connection, filter, middle, long.MaxValue);
        });
        var first = Rows(_connection, filter, 0, middle);
        return [.. first, .. second.GetAwaiter().GetResult()];
    }

    /// <summary>Those of an order whom a filter lets through.</summary>
    public int[] Rows(CustomerFilter filter, int[] order)
    {
        var rows = Rows(filter);
        var isFound = new BitArray(rows.Length == 0 ? 0 : rows[^1] + 1);
        foreach (var row in rows)
        {
            isFound[row] = true;
        }
        return Array.FindAll(order, row => row < isFound.Length && isFound[row]);
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

    private List<int> Rows(RawConnection connection, CustomerFilter filter, long after, long to)
    {
        var (sql, rows) = (new FilterSql(filter, Holds), new List<int>());
        using var statement = connection.Prepare($"SELECT row FROM {_table.Name} WHERE row > ?2 AND row <= ?3 AND {CustomerTable.VisibleIn("?1")}{sql.Conditions} ORDER BY row");
        statement.Bind(1, _version).Bind(2, after).Bind(3, to);
        sql.BindTo(statement);
        while (statement.Step())
        {
            rows.Add((int)statement.Integer(0));
        }
        return rows;
    }

    private long Highest()
    {
        using var statement = _connection.Prepare($"SELECT max(row) FROM {_table.Name}");
        statement.Step();
        return statement.Integer(0);
    }

    /// <summary>From the index alone, which knows neither versions nor who is left out.</summary>
    private CustomerOrder ByKey()
    {
        var order = new List<int>(_customers);
        using var statement = _connection.Prepare($"SELECT row FROM {_table.Name} ORDER BY key, from_version");
        while (statement.Step())
        {
            order.Add((int)statement.Integer(0));
        }
        var rows = Rows(new(null, [], null), [.. order]);
        return new(rows, rows.Length);
    }

    private CustomerOrder ByNumber(Column column)
    {
        var (rows, keys) = (new List<int>(_customers), new List<double>(_customers));
        Scan($"row, {CustomerTable.NameOf(column)}", s =>
        {
            rows.Add((int)s.Integer(0));
            keys.Add(s.Number(1));
        });
        return RowOrder.Of([.. rows], [.. keys]);
    }

    /// <summary>Each different text gets its rank, so that the rows themselves are sorted by numbers.</summary>
    private CustomerOrder ByText(Column column)
    {
        var (rows, keys, seen) = (new List<int>(_customers), new List<double>(_customers), new Dictionary<string, int>());
        Scan($"row, {CustomerTable.NameOf(column)}", s =>
        {
            rows.Add((int)s.Integer(0));
            keys.Add(s.IsNull(1) ? double.NaN : IndexOf(seen, s.Utf8(1)));
        });
        var ranks = RowOrder.Ranks([.. seen.Keys]);
        return RowOrder.Of([.. rows], [.. keys.Select(k => double.IsNaN(k) ? k : ranks[(int)k])]);
    }

    private int IndexOf(Dictionary<string, int> seen, ReadOnlySpan<byte> utf8)
    {
        var length = seen.Count;
        ref var index = ref Entry(seen, utf8, out var isKnown);
        return isKnown ? index : index = length;
    }
}
