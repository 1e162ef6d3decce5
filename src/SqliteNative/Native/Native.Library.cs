using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_libversion();

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_libversion_number();

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial byte* sqlite3_errstr(int code);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial void sqlite3_free(void* memory);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial long sqlite3_memory_used();

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_keyword_count();

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_keyword_name(int index, out byte* name, out int length);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_win32_set_directory(uint type, char* path);
}
