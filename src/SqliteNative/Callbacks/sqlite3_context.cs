namespace SQLitePCL;

/// <summary>One call of a function; usable only until the call-back returns.</summary>
public sealed class sqlite3_context
{
#pragma warning disable CA1051 // A field of this name is what callers were compiled against.
    public object? state;
#pragma warning restore CA1051

    private nint pointer;

    internal sqlite3_context(nint context) => pointer = context;

    internal nint Live => pointer != 0 ? pointer : throw new ObjectDisposedException(nameof(sqlite3_context));

    internal void Enter(nint context) => pointer = context;

    internal void Leave() => pointer = 0;
}
