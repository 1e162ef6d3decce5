namespace SQLitePCL;

/// <summary>A prepared statement; invalid when the SQL held nothing but blanks and comments.</summary>
public sealed class sqlite3_stmt : ConnectionPart
{
    internal sqlite3_stmt(sqlite3 connection, nint statement) : base(connection, statement) { }

    private protected override void Free(nint part) => _ = Native.sqlite3_finalize(part);
}
