namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_data_count(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_data_count(stmt.Live));

    public static int sqlite3_column_type(sqlite3_stmt stmt, int index) => Kept(stmt, Native.sqlite3_column_type(stmt.Live, index));

    public static long sqlite3_column_int64(sqlite3_stmt stmt, int index) => Kept(stmt, Native.sqlite3_column_int64(stmt.Live, index));

    public static double sqlite3_column_double(sqlite3_stmt stmt, int index) =>
        Kept(stmt, Native.sqlite3_column_double(stmt.Live, index));

    public static int sqlite3_column_bytes(sqlite3_stmt stmt, int index) => Kept(stmt, Native.sqlite3_column_bytes(stmt.Live, index));

    /// <summary>The text of a column, NUL characters included, until the statement moves on.</summary>
    public static utf8z sqlite3_column_text(sqlite3_stmt stmt, int index)
    {
        var text = Native.sqlite3_column_text(stmt.Live, index);
        return text is null ? default : new(text, sqlite3_column_bytes(stmt, index));
    }

    /// <summary>The bytes of a blob, or of a text in UTF-8, until the statement moves on; empty for null as well.</summary>
    public static ReadOnlySpan<byte> sqlite3_column_blob(sqlite3_stmt stmt, int index)
    {
        var bytes = Native.sqlite3_column_blob(stmt.Live, index);
        return bytes is null ? default : new(bytes, sqlite3_column_bytes(stmt, index));
    }
}
