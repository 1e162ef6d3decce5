using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_prepare_v2(sqlite3 db, byte* sql, int length, out nint statement, out byte* tail);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_finalize(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_step(sqlite3_stmt statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_reset(sqlite3_stmt statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_clear_bindings(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_stmt_readonly(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_stmt_isexplain(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_parameter_count(nint statement);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_parameter_index(nint statement, byte* name);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_bind_parameter_name(nint statement, int index);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_blob(nint statement, int index, byte* value, int length, nint destructor);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_zeroblob(nint statement, int index, int length);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_text(nint statement, int index, byte* value, int length, nint destructor);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_double(nint statement, int index, double value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_int64(nint statement, int index, long value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_bind_null(nint statement, int index);
}
