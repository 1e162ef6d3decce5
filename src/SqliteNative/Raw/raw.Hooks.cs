namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_create_collation(sqlite3 db, string name, object? v, strdelegate_collation? func)
    {
        fixed (byte* text = Utf8.Terminated(name))
        {
            if (func is null) return Native.sqlite3_create_collation_v2(db, text, SQLITE_UTF8, 0, null, null);
            var kept = Callback.Keep(new Collation(v, func, db.Failures));
            var rc = Native.sqlite3_create_collation_v2(db, text, SQLITE_UTF8, kept, &Collation.OnCompare, &Callback.OnDestroy);
            // Unlike a function's, a refused collation's destructor is not called.
            if (rc != SQLITE_OK) Callback.Free(kept);
            else Callback.Free(Native.sqlite3_commit_hook(db, &Collation.OnCommit, Callback.Keep(db.Failures)));
            return rc;
        }
    }

    public static void sqlite3_rollback_hook(sqlite3 db, delegate_rollback? func, object? v) =>
        Callback.Free(func is null
            ? Native.sqlite3_rollback_hook(db, null, 0)
            : Native.sqlite3_rollback_hook(db, &RollbackHook.OnRollback, Callback.Keep(new RollbackHook(v, func, db.Failures))));
}
