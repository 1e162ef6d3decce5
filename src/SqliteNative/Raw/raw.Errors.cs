namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_errcode(sqlite3 db) => Native.sqlite3_errcode(db);

    public static int sqlite3_extended_errcode(sqlite3 db) => Native.sqlite3_extended_errcode(db);

    public static utf8z sqlite3_errmsg(sqlite3 db) => new(Native.sqlite3_errmsg(db));
}
