using System.Text;
using Microsoft.Data.Sqlite;

namespace Dashboard.Data;

/// <summary>What is not this site's database is left as it is.</summary>
internal static class ForeignFile
{
    private const string ToDo = "Restore a backup, or move the file away, with its -wal and -shm, to begin anew.";

    public static void Refuse(string path)
    {
        RefuseOtherKind(path);
        RefuseOtherProgram(path);
    }

    /// <summary>SQLite would take the log of a file that was moved away for the log of the new one.</summary>
    public static void RefuseOrphanedLog(string path)
    {
        if (File.Exists(path + "-wal"))
        {
            throw new StartRefused($"{path} is gone but {path}-wal is still there. Put the database back, or move that file and {path}-shm away too to begin anew.");
        }
    }

    private static void RefuseOtherKind(string path)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[16];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length || Encoding.ASCII.GetString(header) != "SQLite format 3\0")
        {
            throw new StartRefused($"{path} is not a database of this site (it is {(read == 0 ? "empty" : "another kind of file")}). {ToDo}");
        }
    }

    /// <summary>Reads only: not even the journal mode of somebody else's database is changed.</summary>
    private static void RefuseOtherProgram(string path)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={path};Mode=ReadWrite;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) > 0 AND total(name = '__EFMigrationsHistory') = 0 FROM sqlite_schema WHERE type = 'table'";
            if (command.ExecuteScalar() is 1L)
            {
                throw new StartRefused($"{path} is the database of another program. Set ConnectionStrings:Dashboard to a file of this site's own.");
            }
        }
        catch (SqliteException damage)
        {
            throw new StartRefused($"{path} cannot be read ({damage.Message}). {ToDo}");
        }
    }
}
