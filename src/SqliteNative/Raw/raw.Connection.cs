using System.Runtime.InteropServices;

namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_open(string? filename, out sqlite3 db) =>
        sqlite3_open_v2(filename, out db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, null);

    public static int sqlite3_open_v2(string? filename, out sqlite3 db, int flags, string? vfs)
    {
        fixed (byte* path = Utf8.Terminated(filename), name = Utf8.Terminated(vfs))
        {
            // The finalizer's thread may free a forgotten statement while the connection is in use; Apple's build would not lock.
            var rc = Native.sqlite3_open_v2(path, out var connection, flags | SQLITE_OPEN_FULLMUTEX, name);
            db = new(connection);
            // The library that the package of this name brings is built with foreign keys on; a system's own is not.
            if (rc == SQLITE_OK) _ = sqlite3_exec(db, "PRAGMA foreign_keys = ON");
            return rc;
        }
    }

    /// <summary>Same as disposing: statements that are still alive keep the native connection until they go.</summary>
    public static int sqlite3_close_v2(sqlite3 db)
    {
        db.Dispose();
        return SQLITE_OK;
    }

    public static int sqlite3_exec(sqlite3 db, string sql)
    {
        fixed (byte* text = Utf8.Terminated(sql)) return Checked(db, Native.sqlite3_exec(db, text, 0, 0, 0), wrote: true);
    }

    public static int sqlite3_busy_timeout(sqlite3 db, int ms) => Native.sqlite3_busy_timeout(db, ms);

    /// <summary>The one call that another thread may make while the connection is at work.</summary>
    public static void sqlite3_interrupt(sqlite3 db) => Native.sqlite3_interrupt(db);

    public static int sqlite3_changes(sqlite3 db) => Native.sqlite3_changes(db);

    public static long sqlite3_last_insert_rowid(sqlite3 db) => Native.sqlite3_last_insert_rowid(db);

    public static int sqlite3_get_autocommit(sqlite3 db) => Native.sqlite3_get_autocommit(db);

    public static utf8z sqlite3_db_filename(sqlite3 db, string? att)
    {
        fixed (byte* name = Utf8.Terminated(att)) return new(Native.sqlite3_db_filename(db, name));
    }

    public static int sqlite3_db_config(sqlite3 db, int op, int val, out int result)
    {
        result = 0;
        fixed (int* answer = &result)
            return OnAppleSilicon
                ? Native.sqlite3_db_config(db, op, 0, 0, 0, 0, 0, 0, val, answer)
                : Native.sqlite3_db_config(db, op, val, answer);
    }

    public static int sqlite3_enable_load_extension(sqlite3 db, int enable) => Native.sqlite3_enable_load_extension(db, enable);

    public static int sqlite3_load_extension(sqlite3 db, utf8z zFile, utf8z zProc, out utf8z pzErrMsg)
    {
        fixed (byte* file = zFile, entryPoint = zProc)
        {
            var rc = Native.sqlite3_load_extension(db, file, entryPoint, out var error);
            pzErrMsg = utf8z.FromString(Utf8.ToText(error));
            Native.sqlite3_free(error);
            return rc;
        }
    }

    // There a C function's variable arguments are read from the stack only, so the registers are filled up first.
    private static bool OnAppleSilicon => OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    // A call-back's exception is thrown here, where the native frames have been left.
    private static int Checked(sqlite3 db, int rc, bool wrote)
    {
        if (db.Failures.Any) db.Failures.Throw(db, wrote);
        return rc;
    }
}
