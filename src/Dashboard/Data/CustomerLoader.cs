namespace Dashboard.Data;

/// <summary>
/// Writes the first customers of a data set, which nobody sees yet: a batch of rows goes into the table while the next one is filled, and
/// the index of the keys is made at the end. Only a key that may have been there before waits for the rows before it, and for the index.
/// </summary>
public sealed class CustomerLoader : ICustomerSink
{
    private const int RowsPerTransaction = 10_000;
    private readonly CustomerTable _table;
    private readonly int _version;
    private readonly RawConnection _connection;
    private readonly RawStatement _insert;
    private readonly WriteGate _gate;
    private readonly CancellationToken _cancellation;
    private readonly KeysSeen _keys = new();
    private RowBatch _filled;
    private RowBatch _written;
    private Task _writing = Task.CompletedTask;
    private IDisposable? _turn;
    private int _inTransaction;
    private bool _isIndexed;

    internal CustomerLoader(string path, CustomerTable table, int version, WriteGate gate, CancellationToken cancellation)
    {
        (_table, _version, _gate, _cancellation) = (table, version, gate, cancellation);
        Row = new PendingRow(table.Stored.Count);
        (_filled, _written) = (new RowBatch(2 + table.Stored.Count), new RowBatch(2 + table.Stored.Count));
        _connection = new RawConnection(path);
        // Every checkpoint waits for the disk, so there are a few large ones. What the cache may hold, sorting the keys may hold once more.
        _connection.Execute("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=10000;");
        _insert = _connection.Prepare(table.InsertSql()).Bind(1, version);
    }

    public PendingRow Row { get; }
    public PendingRow Before => Row;
    public long LastRow { get; private set; }

    public RowOutcome Take()
    {
        if (!_keys.Add(Row.Key))
        {
            WriteFilled();
            Index();
            return Insert();
        }
        Row.AddTo(_filled);
        // The rows of a table that was empty are numbered from 1 on.
        LastRow++;
        if (_filled.IsFull)
        {
            Swap();
            _writing = Task.Run(Write);
        }
        return RowOutcome.New;
    }

    public (RowOutcome Was, RowOutcome Is) Replace()
    {
        Begin();
        using var delete = _connection.Prepare(_table.DeleteSql()).Bind(2, _version);
        Row.BindKey(delete, 1);
        delete.Run();
        return (RowOutcome.New, Insert());
    }

    public void Commit()
    {
        WriteFilled();
        Index();
        End();
    }

    public void Dispose()
    {
        Task.WaitAny(_writing);
        // Without COMMIT the transaction goes with the connection; after a full disk SQLite has rolled it back itself.
        _insert.Dispose();
        _connection.Dispose();
        _turn?.Dispose();
    }

    private RowOutcome Insert()
    {
        Row.AddTo(_filled);
        WriteFilled();
        if (_connection.Changes == 0)
        {
            return RowOutcome.Duplicate;
        }
        LastRow = _connection.LastInsertRow;
        return RowOutcome.New;
    }

    private void WriteFilled()
    {
        Swap();
        Write();
    }

    /// <summary>Throws what went wrong with the batch before.</summary>
    private void Swap()
    {
        _writing.GetAwaiter().GetResult();
        (_filled, _written) = (_written, _filled);
    }

    private void Write()
    {
        Begin();
        _inTransaction += _written.Rows;
        _written.Run(_insert);
        if (_inTransaction >= RowsPerTransaction)
        {
            End();
        }
    }

    private void Index()
    {
        if (!_isIndexed)
        {
            Begin();
            _connection.Execute(_table.IndexSql());
            _isIndexed = true;
        }
    }

    private void Begin()
    {
        if (_turn is null)
        {
            _cancellation.ThrowIfCancellationRequested();
            _turn = _gate.Enter(_cancellation);
            _connection.Execute("BEGIN IMMEDIATE");
        }
    }

    private void End()
    {
        if (_turn is not null)
        {
            _connection.Execute("COMMIT");
            _turn.Dispose();
            (_turn, _inTransaction) = (null, 0);
        }
    }
}
