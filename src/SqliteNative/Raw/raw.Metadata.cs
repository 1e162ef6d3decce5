namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_table_column_metadata(
        sqlite3 db, string? dbName, string? tblName, string? colName,
        out string? dataType, out string? collSeq, out int notNull, out int primaryKey, out int autoInc)
    {
        fixed (byte* database = Utf8.Terminated(dbName), table = Utf8.Terminated(tblName), column = Utf8.Terminated(colName))
        {
            var rc = Native.sqlite3_table_column_metadata(
                db, database, table, column, out var type, out var collation, out notNull, out primaryKey, out autoInc);
            (dataType, collSeq) = (Utf8.ToText(type), Utf8.ToText(collation));
            return rc;
        }
    }
}
