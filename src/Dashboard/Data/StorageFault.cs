using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dashboard.Data;

/// <summary>Faults of disk and memory that the one who runs the site can mend, in words.</summary>
public static class StorageFault
{
    /// <summary>Null for a fault of another kind.</summary>
    public static string? Explain(Exception fault) => fault switch
    {
        SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => "The disk of this site is full. Nothing was kept; free some space and start this again.",
        SqliteException { SqliteErrorCode: raw.SQLITE_IOERR or raw.SQLITE_READONLY } => "The disk of this site cannot be written. Nothing was kept; have it looked at and start this again.",
        SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } => "The database of this site is damaged. Stop the site and restore a backup.",
        IOException { HResult: 28 or unchecked((int)0x80070070) } => "The disk of this site is full. Nothing was kept; free some space and start this again.",
        OutOfMemoryException => "This needs more memory than the machine has. Take fewer customers or columns.",
        _ => null,
    };
}
