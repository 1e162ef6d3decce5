using System.Runtime.CompilerServices;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_prepare_v2(sqlite3 db, string sql, out sqlite3_stmt stmt) =>
        sqlite3_prepare_v2(db, Utf8.Terminated(sql), out stmt, out _);

    public static int sqlite3_prepare_v2(sqlite3 db, ReadOnlySpan<byte> sql, out sqlite3_stmt stmt, out ReadOnlySpan<byte> tail)
    {
        // An empty span would be pinned as a null pointer.
        fixed (byte* text = sql.IsEmpty ? " "u8 : sql)
        {
            var rc = Native.sqlite3_prepare_v2(db, text, sql.Length, out var statement, out var rest);
            stmt = new(db, statement);
            tail = sql[(rest is null ? sql.Length : (int)(rest - text))..];
            // SQL ends at the first NUL; a tail starting there would be prepared again for ever.
            if (tail is [0, ..]) tail = default;
            return Checked(db, rc, wrote: false);
        }
    }

    /// <summary>Runs to the next row. Throws what a collation or hook threw meanwhile; a write is then rolled back.</summary>
    public static int sqlite3_step(sqlite3_stmt stmt)
    {
        var rc = Native.sqlite3_step(stmt);
        if (stmt.Connection.Failures.Any) Abandon(stmt);
        return rc;
    }

    public static int sqlite3_reset(sqlite3_stmt stmt) => Native.sqlite3_reset(stmt);

    public static int sqlite3_clear_bindings(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_clear_bindings(stmt.Live));

    public static int sqlite3_finalize(sqlite3_stmt stmt)
    {
        stmt.Dispose();
        return SQLITE_OK;
    }

    public static int sqlite3_stmt_readonly(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_stmt_readonly(stmt.Live));

    public static int sqlite3_stmt_isexplain(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_stmt_isexplain(stmt.Live));

    private static void Abandon(sqlite3_stmt stmt)
    {
        var wrote = sqlite3_stmt_readonly(stmt) == 0;
        _ = sqlite3_reset(stmt);
        stmt.Connection.Failures.Throw(stmt.Connection, wrote);
    }

    // The finalizer must not free the statement while the native call is still looking at it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Kept<T>(sqlite3_stmt stmt, T result)
    {
        GC.KeepAlive(stmt);
        return result;
    }
}
