using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_value_type(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial long sqlite3_value_int64(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial double sqlite3_value_double(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_value_text(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_value_blob(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_value_bytes(nint value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_null(nint context);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_int64(nint context, long value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_double(nint context, double value);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_text(nint context, byte* value, int length, nint destructor);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_blob(nint context, byte* value, int length, nint destructor);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_zeroblob(nint context, int length);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_error(nint context, byte* message, int length);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_result_error_code(nint context, int code);
}
