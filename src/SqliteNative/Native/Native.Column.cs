using System.Runtime.InteropServices;

namespace SQLitePCL;

// No SuppressGCTransition, though these are tiny: each takes the connection's mutex, so a thread could wait there for one whose
// call-back waits for the collector, which would wait for the first. It would save under a tenth.
internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_column_count(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_data_count(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_column_type(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_column_bytes(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial double sqlite3_column_double(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial long sqlite3_column_int64(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_blob(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_text(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_name(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_decltype(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_database_name(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_table_name(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_column_origin_name(nint statement, int index);
}
