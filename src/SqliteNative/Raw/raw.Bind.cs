using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_bind_null(sqlite3_stmt stmt, int index) => Kept(stmt, Native.sqlite3_bind_null(stmt.Live, index));

    public static int sqlite3_bind_int64(sqlite3_stmt stmt, int index, long val) =>
        Kept(stmt, Native.sqlite3_bind_int64(stmt.Live, index, val));

    public static int sqlite3_bind_double(sqlite3_stmt stmt, int index, double val) =>
        Kept(stmt, Native.sqlite3_bind_double(stmt.Live, index, val));

    public static int sqlite3_bind_text(sqlite3_stmt stmt, int index, string? val) =>
        val is null ? sqlite3_bind_null(stmt, index) : sqlite3_bind_text(stmt, index, val.AsSpan());

    /// <summary>Binds text of this length, NUL characters included; a lone surrogate becomes U+FFFD.</summary>
    [SkipLocalsInit]
    public static int sqlite3_bind_text(sqlite3_stmt stmt, int index, ReadOnlySpan<char> val)
    {
        var most = Encoding.UTF8.GetMaxByteCount(val.Length);
        if (most <= 1024)
        {
            Span<byte> bytes = stackalloc byte[1024];
            return sqlite3_bind_text(stmt, index, bytes[..Encoding.UTF8.GetBytes(val, bytes)]);
        }
        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return sqlite3_bind_text(stmt, index, rented.AsSpan(0, Encoding.UTF8.GetBytes(val, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Binds UTF-8 text; an empty span is empty text, not null.</summary>
    public static int sqlite3_bind_text(sqlite3_stmt stmt, int index, ReadOnlySpan<byte> val)
    {
        fixed (byte* text = val.IsEmpty ? " "u8 : val)
            return Kept(stmt, Native.sqlite3_bind_text(stmt.Live, index, text, val.Length, SQLITE_TRANSIENT));
    }

    /// <summary>Binds bytes; an empty span is an empty blob, not null.</summary>
    public static int sqlite3_bind_blob(sqlite3_stmt stmt, int index, ReadOnlySpan<byte> blob)
    {
        if (blob.IsEmpty) return Kept(stmt, Native.sqlite3_bind_zeroblob(stmt.Live, index, 0));
        fixed (byte* bytes = blob)
            return Kept(stmt, Native.sqlite3_bind_blob(stmt.Live, index, bytes, blob.Length, SQLITE_TRANSIENT));
    }

    public static int sqlite3_bind_parameter_count(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_bind_parameter_count(stmt.Live));

    public static int sqlite3_bind_parameter_index(sqlite3_stmt stmt, string name)
    {
        fixed (byte* text = Utf8.Terminated(name)) return Kept(stmt, Native.sqlite3_bind_parameter_index(stmt.Live, text));
    }

    public static utf8z sqlite3_bind_parameter_name(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_bind_parameter_name(stmt.Live, index)));
}
