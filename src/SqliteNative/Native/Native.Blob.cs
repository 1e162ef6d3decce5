using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_blob_open(sqlite3 db, byte* database, byte* table, byte* column, long row, int flags, out nint blob);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_blob_bytes(sqlite3_blob blob);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_blob_read(sqlite3_blob blob, byte* buffer, int length, int offset);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_blob_write(sqlite3_blob blob, byte* buffer, int length, int offset);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_blob_close(nint blob);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_backup_init(sqlite3 destination, byte* destinationName, sqlite3 source, byte* sourceName);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_backup_step(sqlite3_backup backup, int pages);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_backup_finish(nint backup);
}
