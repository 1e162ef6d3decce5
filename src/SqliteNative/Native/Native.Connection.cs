using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_open_v2(byte* path, out nint db, int flags, byte* vfs);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_close_v2(nint db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_exec(sqlite3 db, byte* sql, nint callback, nint argument, nint error);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_busy_timeout(sqlite3 db, int milliseconds);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_interrupt(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_interrupt(nint db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_changes(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial long sqlite3_last_insert_rowid(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_get_autocommit(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_errcode(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_extended_errcode(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_errmsg(sqlite3 db);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_db_filename(sqlite3 db, byte* database);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_db_config(sqlite3 db, int option, int value, int* result);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_db_config(
        sqlite3 db, int option, nint x2, nint x3, nint x4, nint x5, nint x6, nint x7, nint value, int* result);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_enable_load_extension(sqlite3 db, int on);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_load_extension(sqlite3 db, byte* file, byte* entryPoint, out byte* error);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_table_column_metadata(
        sqlite3 db, byte* database, byte* table, byte* column,
        out byte* dataType, out byte* collation, out int notNull, out int primaryKey, out int autoIncrement);
}
