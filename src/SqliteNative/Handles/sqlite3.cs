using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>A connection. The native one is closed when the last statement, blob or backup made from it has gone.</summary>
public sealed class sqlite3 : SafeHandle
{
    internal sqlite3(nint connection) : base(0, ownsHandle: true)
    {
        SetHandle(connection);
        Failures = new(connection);
    }

    internal CallbackFailures Failures { get; }

    public override bool IsInvalid => handle == 0;

    protected override unsafe bool ReleaseHandle()
    {
        // Closing rolls back what is open; no managed hook may run from a finalizer.
        Callback.Free(Native.sqlite3_rollback_hook(handle, null, 0));
        Callback.Free(Native.sqlite3_commit_hook(handle, null, 0));
        return Native.sqlite3_close_v2(handle) == raw.SQLITE_OK;
    }
}
