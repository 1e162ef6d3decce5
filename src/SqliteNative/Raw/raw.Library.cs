using System.Text;

namespace SQLitePCL;

/// <summary>
/// SQLite by its own names, over the library of the operating system: the surface that Microsoft.Data.Sqlite and EF Core
/// were compiled against, and the few calls more that loading and reading in bulk take.
/// </summary>
public static unsafe partial class raw
{
    /// <summary>
    /// Names a library known to have no encryption, as the operating systems' own have none:
    /// for other names Microsoft.Data.Sqlite would take a password and silently store in the clear.
    /// </summary>
    public static string GetNativeLibraryName() => "e_sqlite3";

    public static utf8z sqlite3_libversion() => new(Native.sqlite3_libversion());

    public static int sqlite3_libversion_number() => Native.sqlite3_libversion_number();

    public static utf8z sqlite3_errstr(int rc) => new(Native.sqlite3_errstr(rc));

    public static long sqlite3_memory_used() => Native.sqlite3_memory_used();

    public static int sqlite3_keyword_count() => Native.sqlite3_keyword_count();

    public static int sqlite3_keyword_name(int i, out string name)
    {
        var rc = Native.sqlite3_keyword_name(i, out var start, out var length);
        name = rc == SQLITE_OK ? Encoding.UTF8.GetString(start, length) : "";
        return rc;
    }

    public static int sqlite3_win32_set_directory(int typ, string? path)
    {
        if (!OperatingSystem.IsWindows()) return SQLITE_ERROR;
        fixed (char* start = path) return Native.sqlite3_win32_set_directory((uint)typ, start);
    }
}
