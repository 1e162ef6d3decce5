namespace SQLitePCL;

/// <summary>An argument of a function; usable only until the call-back returns.</summary>
public sealed class sqlite3_value
{
    private readonly sqlite3_context call;
    private readonly nint pointer;

    internal sqlite3_value(sqlite3_context call, nint value) => (this.call, pointer) = (call, value);

    internal nint Live
    {
        get
        {
            _ = call.Live;
            return pointer;
        }
    }
}
