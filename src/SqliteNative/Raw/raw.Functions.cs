namespace SQLitePCL;

public static unsafe partial class raw
{
    public static int sqlite3_create_function(sqlite3 db, string name, int nArg, object? v, delegate_function_scalar? func) =>
        sqlite3_create_function(db, name, nArg, 0, v, func);

    public static int sqlite3_create_function(sqlite3 db, string name, int nArg, int flags, object? v, delegate_function_scalar? func) =>
        CreateFunction(db, name, nArg, flags, func is null ? null : new(v, func, null, null));

    public static int sqlite3_create_function(
        sqlite3 db, string name, int nArg, object? v,
        delegate_function_aggregate_step? func_step, delegate_function_aggregate_final? func_final) =>
        sqlite3_create_function(db, name, nArg, 0, v, func_step, func_final);

    public static int sqlite3_create_function(
        sqlite3 db, string name, int nArg, int flags, object? v,
        delegate_function_aggregate_step? func_step, delegate_function_aggregate_final? func_final) =>
        CreateFunction(db, name, nArg, flags, func_step is null || func_final is null ? null : new(v, null, func_step, func_final));

    // SQLite calls the destructor also when it refuses the function, so the handle is freed exactly once either way.
    private static int CreateFunction(sqlite3 db, string name, int arguments, int flags, Function? function)
    {
        flags |= SQLITE_UTF8;
        fixed (byte* text = Utf8.Terminated(name))
            return function switch
            {
                null => Native.sqlite3_create_function_v2(db, text, arguments, flags, 0, null, null, null, null),
                { Scalar: not null } => Native.sqlite3_create_function_v2(
                    db, text, arguments, flags, Callback.Keep(function), &Function.OnScalar, null, null, &Callback.OnDestroy),
                _ => Native.sqlite3_create_function_v2(
                    db, text, arguments, flags, Callback.Keep(function), null, &Function.OnStep, &Function.OnFinal, &Callback.OnDestroy),
            };
    }
}
