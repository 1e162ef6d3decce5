using System.Buffers;
using System.Text;

namespace Dashboard.Data;

/// <summary>
/// Writes rows of a version that nobody sees yet, ten thousand to a transaction, so that other writers get their turn in between.
/// Not flushed to the disk row by row: the version counts only once it is made visible, and that commit is.
/// </summary>
public sealed class CustomerWriter : IDisposable
{
    private const int Batch = 10_000;
    private const int FirstValue = 4;
    private readonly RawConnection _connection;
    private readonly RawStatement _insert;
    private readonly RawStatement _delete;
    private readonly WriteGate _gate;
    private readonly CancellationToken _cancellation;
    private IDisposable? _turn;
    private int _inBatch;

    internal CustomerWriter(string path, CustomerTable table, int version, WriteGate gate, CancellationToken cancellation)
    {
        (_gate, _cancellation) = (gate, cancellation);
        _connection = new RawConnection(path);
        _connection.Execute("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;");
        _insert = _connection.Prepare(table.InsertSql());
        _delete = _connection.Prepare(table.DeleteSql());
        _insert.Bind(3, version);
        _delete.Bind(2, version);
    }

    public void Key(ReadOnlySpan<char> key)
    {
        var text = key.Trim();
        var folded = IsPlain(text) ? text : CustomerTable.Fold(text.ToString());
        Bind(_delete, 1, folded);
        Bind(_insert, 1, folded);
        if (folded.SequenceEqual(text))
        {
            _insert.BindNull(2);
        }
        else
        {
            Bind(_insert, 2, text);
        }
    }

    /// <summary>The n-th stored column, from 0.</summary>
    public void Number(int column, double value) => _insert.Bind(FirstValue + column, value);

    public void Text(int column, ReadOnlySpan<char> value) => Bind(_insert, FirstValue + column, value);

    public void Missing(int column) => _insert.BindNull(FirstValue + column);

    /// <summary>False when the key is in this version already; nothing is changed then.</summary>
    public bool Insert()
    {
        _turn ??= Begin();
        _insert.Run();
        var inserted = _connection.Changes == 1;
        if (++_inBatch == Batch)
        {
            Commit();
        }
        return inserted;
    }

    /// <summary>Puts the row that was just refused in the place of the one that has its key.</summary>
    public void Replace()
    {
        _turn ??= Begin();
        _delete.Run();
        _insert.Run();
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
        _connection.Dispose();
        _turn?.Dispose();
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

    private static void Bind(RawStatement statement, int parameter, ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        var buffer = most <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(most));
        var length = Encoding.UTF8.GetBytes(text, buffer);
        statement.Bind(parameter, buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => Ascii.IsValid(text) && text.IndexOfAnyInRange('A', 'Z') < 0;
}
