namespace Dashboard.Data;

/// <summary>Says of each row what <see cref="CustomerWriter"/> would say, and writes none: the keys seen so far are in a temporary table.</summary>
public sealed class CustomerTrial : ICustomerSink
{
    private readonly RawConnection _connection;
    private readonly RawStatement _see;
    private readonly RawStatement _recall;
    private readonly CurrentCustomers? _current;

    internal CustomerTrial(string path, CustomerTable table, int version, MatchRule? rule)
    {
        Row = new PendingRow(table.Stored.Count);
        _connection = new RawConnection(path);
        _connection.Execute("CREATE TEMP TABLE seen (key TEXT PRIMARY KEY, outcome INTEGER NOT NULL) WITHOUT ROWID; BEGIN;");
        _see = _connection.Prepare("INSERT INTO seen VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET outcome = ?2 WHERE ?3");
        _recall = _connection.Prepare("SELECT outcome FROM seen WHERE key = ?1");
        _current = rule is null ? null : new CurrentCustomers(_connection, table, version, rule);
        Before = _current?.Found ?? Row;
    }

    public PendingRow Row { get; }
    public PendingRow Before { get; }
    public long LastRow => 0;

    public RowOutcome Take()
    {
        var outcome = _current?.Match(Row) ?? RowOutcome.New;
        return outcome == RowOutcome.Skipped || See(outcome, again: false) ? outcome : RowOutcome.Duplicate;
    }

    public (RowOutcome Was, RowOutcome Is) Replace()
    {
        Row.BindKey(_recall, 1);
        _recall.Step();
        var was = (RowOutcome)_recall.Integer(0);
        _recall.Reset();
        var isNow = _current?.Match(Row) ?? RowOutcome.New;
        See(isNow, again: true);
        return (was, isNow);
    }

    public void Commit()
    {
    }

    public void Dispose()
    {
        _see.Dispose();
        _recall.Dispose();
        _current?.Dispose();
        _connection.Dispose();
    }

    private bool See(RowOutcome outcome, bool again)
    {
        Row.BindKey(_see, 1);
        _see.Bind(2, (long)outcome).Bind(3, again ? 1L : 0L).Run();
        return _connection.Changes == 1;
    }
}
