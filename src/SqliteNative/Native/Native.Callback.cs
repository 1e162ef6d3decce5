using System.Runtime.InteropServices;

namespace SQLitePCL;

internal static unsafe partial class Native
{
    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_create_function_v2(
        sqlite3 db, byte* name, int arguments, int flags, nint data,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> scalar,
        delegate* unmanaged[Cdecl]<nint, int, nint*, void> step,
        delegate* unmanaged[Cdecl]<nint, void> final,
        delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial int sqlite3_create_collation_v2(
        sqlite3 db, byte* name, int encoding, nint data,
        delegate* unmanaged[Cdecl]<nint, int, byte*, int, byte*, int> compare,
        delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_rollback_hook(sqlite3 db, delegate* unmanaged[Cdecl]<nint, void> hook, nint data);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_rollback_hook(nint db, delegate* unmanaged[Cdecl]<nint, void> hook, nint data);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_commit_hook(sqlite3 db, delegate* unmanaged[Cdecl]<nint, int> hook, nint data);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_commit_hook(nint db, delegate* unmanaged[Cdecl]<nint, int> hook, nint data);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint sqlite3_user_data(nint context);

    [LibraryImport(SqliteLibrary.Import)]
    internal static partial nint* sqlite3_aggregate_context(nint context, int length);
}
