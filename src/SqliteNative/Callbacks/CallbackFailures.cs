using System.Runtime.ExceptionServices;

namespace SQLitePCL;

/// <summary>
/// Remembers what a collation or hook threw, for these have no way to tell SQLite, and an exception must not unwind native frames.
/// It is thrown again when the native call has returned.
/// </summary>
internal sealed class CallbackFailures(nint connection)
{
    private ExceptionDispatchInfo? first;

    internal bool Any => first is not null;

    internal void Remember(Exception failure) => first ??= ExceptionDispatchInfo.Capture(failure);

    internal void Interrupt() => Native.sqlite3_interrupt(connection);

    internal void Throw(sqlite3 owner, bool wrote)
    {
        var failure = first!;
        first = null;
        // As SQLite does for an interrupted write: an order that no collation chose must not be committed.
        if (wrote && raw.sqlite3_get_autocommit(owner) == 0) _ = raw.sqlite3_exec(owner, "ROLLBACK");
        failure.Throw();
    }
}
