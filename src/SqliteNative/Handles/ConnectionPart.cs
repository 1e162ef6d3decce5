using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SQLitePCL;

/// <summary>
/// Something that lives inside a connection. It holds the connection open, so that closing and finalizing in any order is safe.
/// </summary>
public abstract class ConnectionPart : SafeHandle
{
    private readonly sqlite3 connection;

    private protected ConnectionPart(sqlite3 connection, nint part) : base(0, ownsHandle: true)
    {
        this.connection = connection;
        if (part == 0) return;
        var held = false;
        connection.DangerousAddRef(ref held);
        SetHandle(part);
    }

    public override bool IsInvalid => handle == 0;

    internal sqlite3 Connection => connection;

    // For calls too small to pay for reference counting: the caller adds GC.KeepAlive, and a disposed handle throws.
    internal nint Live
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var part = handle;
            if (part == 0) ThrowDisposed();
            return part;
        }
    }

    protected sealed override bool ReleaseHandle()
    {
        var part = handle;
        handle = 0;
        Free(part);
        connection.DangerousRelease();
        return true;
    }

    private protected abstract void Free(nint part);

    private void ThrowDisposed() => throw new ObjectDisposedException(GetType().Name);
}
