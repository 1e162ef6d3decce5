namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_blob_open(
        sqlite3 db, string db_utf8, string table_utf8, string col_utf8, long rowid, int flags, out sqlite3_blob blob)
    {
        fixed (byte* database = Utf8.Terminated(db_utf8), table = Utf8.Terminated(table_utf8), column = Utf8.Terminated(col_utf8))
        {
            var rc = Native.sqlite3_blob_open(db, database, table, column, rowid, flags, out var opened);
            blob = new(db, opened);
            return rc;
        }
    }

    public static int sqlite3_blob_bytes(sqlite3_blob blob) => Native.sqlite3_blob_bytes(blob);

    public static int sqlite3_blob_read(sqlite3_blob blob, Span<byte> b, int offset)
    {
        fixed (byte* buffer = b) return Native.sqlite3_blob_read(blob, buffer, b.Length, offset);
    }

    public static int sqlite3_blob_write(sqlite3_blob blob, ReadOnlySpan<byte> b, int offset)
    {
        fixed (byte* buffer = b) return Native.sqlite3_blob_write(blob, buffer, b.Length, offset);
    }
}
