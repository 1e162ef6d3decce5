namespace SQLitePCL;

public static unsafe partial class raw
{
    /// <summary>Starts a copy; an invalid handle says that it failed, and the destination's error says why.</summary>
    public static sqlite3_backup sqlite3_backup_init(sqlite3 destDb, string destName, sqlite3 sourceDb, string sourceName)
    {
        fixed (byte* to = Utf8.Terminated(destName), from = Utf8.Terminated(sourceName))
            return new(destDb, sourceDb, Native.sqlite3_backup_init(destDb, to, sourceDb, from));
    }

    public static int sqlite3_backup_step(sqlite3_backup backup, int nPage) => Native.sqlite3_backup_step(backup, nPage);
}
