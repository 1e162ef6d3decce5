namespace Dashboard.Data;

/// <summary>
/// Writes rows of a later version, which nobody sees yet, ten thousand to a transaction, so that other writers get their turn in between.
/// Not flushed to the disk row by row: the version counts only once it is made visible, and that commit is.
/// </summary>
public sealed class CustomerWriter : ICustomerSink
{
    private const int Batch = 10_000;
    private readonly RawConnection _connection;
    private readonly RawStatement _insert;
    private readonly RawStatement _delete;
    private readonly RawStatement _close;
    private readonly RawStatement? _see;
    private readonly CurrentCustomers _current;
    private readonly HashSet<long> _seen = [];
    private readonly WriteGate _gate;
    private readonly CancellationToken _cancellation;
    private IDisposable? _turn;
    private int _inBatch;

    /// <summary>One that sees writes down who is in the file unchanged.</summary>
    internal CustomerWriter(string path, CustomerTable table, int version, MatchRule rule, bool sees, WriteGate gate, CancellationToken cancellation)
    {
        (_gate, _cancellation) = (gate, cancellation);
        Row = new PendingRow(table.Stored.Count);
        _connection = new RawConnection(path);
        _connection.Execute("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;");
        _insert = _connection.Prepare(table.InsertSql());
        _delete = _connection.Prepare(table.DeleteSql());
        _close = _connection.Prepare(table.CloseSql());
        _insert.Bind(1, version);
        _delete.Bind(2, version);
        _close.Bind(2, version);
        _see = sees ? _connection.Prepare(table.SeeSql()).Bind(2, version) : null;
        _current = new CurrentCustomers(_connection, table, version, rule);
    }

    public PendingRow Row { get; }
    public PendingRow Before => _current.Found;
    public long LastRow { get; private set; }

    public RowOutcome Take()
    {
        _turn ??= Begin();
        var outcome = Match();
        if (++_inBatch == Batch)
        {
            Commit();
        }
        return outcome;
    }

    public (RowOutcome Was, RowOutcome Is) Replace()
    {
        _turn ??= Begin();
        Row.BindKey(_delete, 1);
        _delete.Run();
        var hadBeenWritten = _connection.Changes == 1;
        var isNow = _current.Match(Row);
        if (isNow == RowOutcome.New)
        {
            return (RowOutcome.New, Insert());
        }
        Close(_current.FoundRow, isNow == RowOutcome.Updated);
        if (isNow == RowOutcome.Updated)
        {
            Insert();
        }
        return (hadBeenWritten ? RowOutcome.Updated : RowOutcome.Unchanged, isNow);
    }

    public void Commit()
    {
        if (_turn is null)
        {
            return;
        }
        _connection.Execute("COMMIT");
        _turn.Dispose();
        (_turn, _inBatch) = (null, 0);
    }

    public void Dispose()
    {
        // Without COMMIT the transaction goes with the connection; after a full disk SQLite has rolled it back itself.
        _insert.Dispose();
        _delete.Dispose();
        _close.Dispose();
        _see?.Dispose();
        _current.Dispose();
        _connection.Dispose();
        _turn?.Dispose();
    }

    private RowOutcome Insert()
    {
        Row.BindTo(_insert);
        _insert.Run();
        if (_connection.Changes == 0)
        {
            return RowOutcome.Duplicate;
        }
        LastRow = _connection.LastInsertRow;
        return RowOutcome.New;
    }

    private RowOutcome Match()
    {
        var outcome = _current.Match(Row);
        if (outcome == RowOutcome.New)
        {
            return Insert();
        }
        if (outcome is RowOutcome.Updated or RowOutcome.Unchanged && !_seen.Add(_current.FoundRow))
        {
            return RowOutcome.Duplicate;
        }
        if (outcome == RowOutcome.Updated)
        {
            Close(_current.FoundRow, true);
            Insert();
        }
        else if (outcome == RowOutcome.Unchanged)
        {
            _see?.Bind(1, _current.FoundRow).Run();
        }
        return outcome;
    }

    /// <summary>A closed row belongs to the versions before this one; another opens it again.</summary>
    private void Close(long row, bool close)
    {
        _close.Bind(1, row).Bind(3, close ? 1L : 0L).Run();
    }

    private IDisposable Begin()
    {
        _cancellation.ThrowIfCancellationRequested();
        var turn = _gate.Enter(_cancellation);
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }
}
