using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>Copies of the database that are whole: made beside a site that runs, checked, and put under their name by one rename.</summary>
public static class Backup
{
    private static readonly string[] FileAndLog = ["", "-wal"];

    /// <summary>What lay under that name before is there until the new one is complete. Keys and uploads are not inside.</summary>
    public static async Task<string> MakeAsync(DatabaseFile file, string to)
    {
        file.RefuseMissing();
        await TryAsync("made", to + ".new", unborn =>
        {
            CopyWhole(file.Path, unborn);
            File.Move(unborn, to, overwrite: true);
            return Task.CompletedTask;
        });
        return $"The backup {Path.GetFullPath(to)} is whole: {new FileInfo(to).Length:N0} bytes. Keys and uploaded files are not in it; they lie in Storage:Folder.";
    }

    /// <summary>Puts a backup in the place of the database, which is kept beside it. A process that dies meanwhile leaves the one or the other, whole.</summary>
    public static async Task<string> RestoreAsync(DatabaseFile file, string from, TimeProvider time)
    {
        if (!File.Exists(from))
        {
            throw new StartRefused($"There is no backup at {Path.GetFullPath(from)}.");
        }
        file.TakeLock();
        string? kept = null;
        await TryAsync("restored", file.Path + ".new", async unborn =>
        {
            ForeignFile.Refuse(from);
            CopyWhole(from, unborn);
            await BringUpToDateAsync(unborn, from, time);
            kept = Keep(file.Path, time);
            CloseLog(file.Path);
            File.Move(unborn, file.Path, overwrite: true);
        });
        return $"{Path.GetFullPath(from)} is restored as {file.Path}.{(kept is null ? "" : $" What was there is kept as {kept}; delete it when all is well.")} Now start the site.";
    }

    /// <summary>With what stands in its log, onto the disk itself, and read once from end to end.</summary>
    private static void CopyWhole(string from, string to)
    {
        OwnersFile.Create(to).Dispose();
        Ask(from, SqliteOpenMode.ReadOnly, "VACUUM INTO $to", to);
        using (var copy = File.Open(to, FileMode.Open, FileAccess.ReadWrite))
        {
            copy.Flush(flushToDisk: true);
        }
        if (Ask(to, SqliteOpenMode.ReadOnly, "PRAGMA integrity_check") is var found and not "ok")
        {
            throw new StartRefused($"{from} is damaged: {found?.ReplaceLineEndings(" ")}");
        }
    }

    private static async Task BringUpToDateAsync(string unborn, string from, TimeProvider time)
    {
        await using (var db = DataSetup.Open(unborn))
        {
            if ((await db.Database.GetAppliedMigrationsAsync()).Except(db.Database.GetMigrations()).LastOrDefault() is { } newer)
            {
                throw new StartRefused($"{from} is of a newer version of this site (it has {newer}). Install that version, then restore.");
            }
            await DatabaseFile.MigrateAsync(db);
            await AfterRestoreAsync(db, from, time);
        }
        CloseLog(unborn);
    }

    /// <summary>What has to be done to a restored database before anybody sees it. It is up to date, and not yet in its place.</summary>
    private static Task AfterRestoreAsync(DashboardDb db, string from, TimeProvider time) =>
        db.AppendAsync([AuditEntry.Of(time.GetUtcNow().UtcDateTime, "console", "backup.restored", Path.GetFileName(from), null)]);

    /// <summary>As it is, with its log, since it may be damaged. Null when there was nothing.</summary>
    private static string? Keep(string path, TimeProvider time)
    {
        var kept = $"{path}.replaced-{time.GetUtcNow():yyyyMMdd-HHmmssfff}";
        foreach (var part in FileAndLog.Where(part => File.Exists(path + part)))
        {
            OwnersFile.Create(kept + part).Dispose();
            File.Copy(path + part, kept + part, overwrite: true);
        }
        return File.Exists(path) ? kept : null;
    }

    /// <summary>The last connection to close takes the log into the file; of a damaged one the log goes.</summary>
    private static void CloseLog(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                Ask(path, SqliteOpenMode.ReadWrite, "PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        catch (SqliteException)
        {
            // Damaged, and kept: it is about to be replaced.
        }
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }

    private static async Task TryAsync(string what, string unborn, Func<string, Task> work)
    {
        try
        {
            await work(unborn);
        }
        catch (Exception reason) when (reason is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"The backup was not {what}: {reason.Message.ReplaceLineEndings(" ")}");
        }
        finally
        {
            if (File.Exists(unborn))
            {
                File.Delete(unborn);
            }
        }
    }

    private static string? Ask(string path, SqliteOpenMode mode, string sql, string? to = null)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (to is not null)
        {
            command.Parameters.AddWithValue("$to", to);
        }
        return command.ExecuteScalar()?.ToString();
    }
}
