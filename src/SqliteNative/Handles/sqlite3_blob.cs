namespace SQLitePCL;

public sealed class sqlite3_blob : ConnectionPart
{
    internal sqlite3_blob(sqlite3 connection, nint blob) : base(connection, blob) { }

    private protected override void Free(nint part) => _ = Native.sqlite3_blob_close(part);
}
