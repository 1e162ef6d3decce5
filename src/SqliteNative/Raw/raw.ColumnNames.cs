namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_column_count(sqlite3_stmt stmt) => Kept(stmt, Native.sqlite3_column_count(stmt.Live));

    public static utf8z sqlite3_column_name(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_column_name(stmt.Live, index)));

    public static utf8z sqlite3_column_decltype(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_column_decltype(stmt.Live, index)));

    public static utf8z sqlite3_column_database_name(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_column_database_name(stmt.Live, index)));

    public static utf8z sqlite3_column_table_name(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_column_table_name(stmt.Live, index)));

    public static utf8z sqlite3_column_origin_name(sqlite3_stmt stmt, int index) =>
        new((byte*)Kept(stmt, (nint)Native.sqlite3_column_origin_name(stmt.Live, index)));
}
