namespace Dashboard.Data;

/// <summary>Reads whole columns of one version, in the order of the rows.</summary>
public sealed partial class CustomerReader : IDisposable
{
    private readonly string _path;
    private readonly RawConnection _connection;
    private readonly CustomerTable _table;
    private readonly int _version;
    private readonly int _customers;

    internal CustomerReader(string path, CustomerTable table, int version, int customers)
    {
        (_path, _table, _version, _customers) = (path, table, version, customers);
        _connection = new RawConnection(path);
    }

    public IReadOnlyList<Column> Stored => _table.Stored;

    /// <summary>The rows, and one array per column; NaN where a value is missing.</summary>
    public (long[] Rows, double[][] Values) Numbers(IReadOnlyList<Column> columns)
    {
        var rows = new List<long>(_customers);
        var lists = columns.Select(_ => new List<double>(_customers)).ToArray();
        Scan("row" + string.Concat(columns.Select(c => ", " + CustomerTable.NameOf(c))), s =>
        {
            rows.Add(s.Integer(0));
            for (var j = 0; j < lists.Length; j++)
            {
                lists[j].Add(s.Number(j + 1));
            }
        });
        return ([.. rows], [.. lists.Select(l => l.ToArray())]);
    }

    public NumberSummary Summarise(Column column)
    {
        var name = CustomerTable.NameOf(column);
        var (missing, known, filled) = (0, Array.Empty<double>(), 0);
        Scan($"sum({name} IS NULL), count({name})", s => (missing, known) = ((int)s.Integer(0), new double[s.Integer(1)]));
        Scan(name, s =>
        {
            if (!s.IsNull(0))
            {
                known[filled++] = s.Number(0);
            }
        });
        return NumberSummary.Of(known, missing);
    }

    /// <summary>The values of the customers whom a run used, with the segment of each.</summary>
    public (int[] Segments, double[][] Values) NumbersOf(int run, IReadOnlyList<Column> columns)
    {
        var segments = new List<int>();
        var lists = columns.Select(_ => new List<double>()).ToArray();
        var names = string.Concat(columns.Select(c => ", " + CustomerTable.NameOf(c)));
        using var statement = _connection.Prepare($"SELECT SegmentIndex{names} FROM Assignments JOIN {_table.Name} ON row = CustomerRow WHERE RunId = ?1 AND left_out IS NULL ORDER BY CustomerRow");
        statement.Bind(1, run);
        while (statement.Step())
        {
            segments.Add((int)statement.Integer(0));
            for (var j = 0; j < lists.Length; j++)
            {
                lists[j].Add(statement.Number(j + 1));
            }
        }
        return ([.. segments], [.. lists.Select(l => l.ToArray())]);
    }

    public string?[] Texts(Column column)
    {
        var seen = new Dictionary<string, string>();
        var values = new List<string?>();
        Scan(CustomerTable.NameOf(column), s => values.Add(Shared(seen, s.Text(0))));
        return [.. values];
    }

    /// <summary>Every customer of the version with the segment that a run put them in.</summary>
    public IEnumerable<AssignedCustomer> Assigned(int run)
    {
        using var statement = _connection.Prepare($"""
            SELECT COALESCE(key_text, key), SegmentIndex, Distance FROM {_table.Name}
            LEFT JOIN Assignments ON RunId = ?2 AND CustomerRow = row WHERE {CustomerTable.VisibleIn("?1")} ORDER BY row
            """);
        statement.Bind(1, _version).Bind(2, run);
        while (statement.Step())
        {
            yield return new(statement.Text(0)!, statement.IsNull(1) ? null : (int)statement.Integer(1), statement.IsNull(2) ? null : statement.Number(2));
        }
    }

    /// <summary>The customers of one segment of a run, with all their values.</summary>
    public IEnumerable<CustomerRow> Members(int run, int segment) => Customers(
        $"JOIN Assignments ON RunId = ?2 AND CustomerRow = row AND SegmentIndex = ?3 WHERE {CustomerTable.VisibleIn("?1")} ORDER BY row", run, segment);

    /// <summary>How many customers of a run meet a condition on the names of columns. The condition is ours, made by the engine, never text of people.</summary>
    public int CountMeeting(int run, string condition)
    {
        using var statement = _connection.Prepare($"SELECT count(*) FROM (SELECT {_table.ViewColumns()} FROM {_table.Name} JOIN Assignments ON RunId = ?1 AND CustomerRow = row WHERE left_out IS NULL) WHERE {condition}");
        statement.Bind(1, run);
        statement.Step();
        return (int)statement.Integer(0);
    }

    /// <summary>How many customers of a segment have a text in a column that counts; null is a missing one.</summary>
    public int CountIn(int run, int segment, Column column, Func<string?, bool> counts)
    {
        using var statement = _connection.Prepare($"SELECT {CustomerTable.NameOf(column)} FROM Assignments JOIN {_table.Name} ON row = CustomerRow WHERE RunId = ?1 AND SegmentIndex = ?2 AND left_out IS NULL");
        statement.Bind(1, run).Bind(2, segment);
        var found = 0;
        while (statement.Step())
        {
            found += counts(statement.Text(0)) ? 1 : 0;
        }
        return found;
    }

    /// <summary>The customers nearest to the middle of their segment.</summary>
    public IEnumerable<CustomerRow> Typical(int run, int segment, int take) => Customers(
        $"JOIN Assignments ON RunId = ?2 AND CustomerRow = row AND SegmentIndex = ?3 WHERE ?1 = ?1 AND left_out IS NULL ORDER BY Distance, row LIMIT {take}", run, segment);

    /// <summary>A page of customers after a row, those alone whose key or text holds the words when there are any.</summary>
    public IEnumerable<CustomerRow> Page(long afterRow, int take, string? words)
    {
        var found = string.IsNullOrWhiteSpace(words) ? "" : $" AND {Holds("?4", "?5")}";
        return Customers($"WHERE {CustomerTable.VisibleIn("?1")} AND row > ?2{found} ORDER BY row LIMIT ?3", afterRow, take, words);
    }

    public (int Missing, int Distinct) CountTexts(Column column)
    {
        var name = CustomerTable.NameOf(column);
        var counts = (0, 0);
        Scan($"sum({name} IS NULL), count(DISTINCT {name})", s => counts = ((int)s.Integer(0), (int)s.Integer(1)));
        return counts;
    }

    public void Dispose() => _connection.Dispose();

    private IEnumerable<CustomerRow> Customers(string rest, long second, long third, string? words = null)
    {
        var columns = string.Concat(Stored.Select(c => ", " + CustomerTable.NameOf(c)));
        using var statement = _connection.Prepare($"SELECT row, COALESCE(key_text, key){columns} FROM {_table.Name} {rest}");
        statement.Bind(1, _version).BindIfUsed(2, second).BindIfUsed(3, third).BindIfUsed(4, KeyPattern(words ?? "")).BindIfUsed(5, TextPattern(words ?? ""));
        while (statement.Step())
        {
            yield return Row(statement);
        }
    }

    private CustomerRow Row(RawStatement statement, int from = 0) =>
        new(statement.Integer(from), statement.Text(from + 1)!, [.. Stored.Select((c, i) => Value(statement, c, from + i + 2))]);

    private static object? Value(RawStatement statement, Column column, int position) =>
        statement.IsNull(position) ? null : CustomerTable.IsNumber(column) ? statement.Number(position) : statement.Text(position);

    internal static string KeyPattern(string words) => Pattern(CustomerTable.Fold(words));

    internal static string TextPattern(string words) => Pattern(words.Trim().Normalize());

    private string Holds(string key, string text) =>
        $"({string.Join(" OR ", Stored.Where(c => !CustomerTable.IsNumber(c)).Select(c => $"{CustomerTable.NameOf(c)} LIKE {text} ESCAPE '!'").Prepend($"key LIKE {key} ESCAPE '!'"))})";

    private static string Pattern(string words) => $"%{words.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_")}%";

    private void Scan(string columns, Action<RawStatement> take)
    {
        using var statement = _connection.Prepare($"SELECT {columns} FROM {_table.Name} WHERE {CustomerTable.VisibleIn("?1")} ORDER BY row");
        statement.Bind(1, _version);
        while (statement.Step())
        {
            take(statement);
        }
    }

    /// <summary>A million customers have a handful of genders: one string for each, not a million.</summary>
    private static string? Shared(Dictionary<string, string> seen, string? value)
    {
        if (value is null || seen.TryGetValue(value, out var first))
        {
            return value is null ? null : seen[value];
        }
        if (seen.Count < 10_000)
        {
            seen[value] = value;
        }
        return value;
    }
}
