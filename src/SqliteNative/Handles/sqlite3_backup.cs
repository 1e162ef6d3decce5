namespace SQLitePCL;

public sealed class sqlite3_backup : ConnectionPart
{
    private readonly sqlite3 source;

    internal sqlite3_backup(sqlite3 destination, sqlite3 source, nint backup) : base(destination, backup)
    {
        this.source = source;
        if (backup == 0) return;
        var held = false;
        source.DangerousAddRef(ref held);
    }

    private protected override void Free(nint part)
    {
        _ = Native.sqlite3_backup_finish(part);
        source.DangerousRelease();
    }
}
