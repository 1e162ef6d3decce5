using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>The database file: one process at a time, made under a temporary name, never somebody else's file.</summary>
public sealed class DatabaseFile(IConfiguration configuration, ILogger<DatabaseFile> logger) : IDisposable
{
    private static readonly int SafeLibrary = 3_051_003;
    private FileStream? _lock;

    public string Path { get; } = PathOf(configuration);
    public string ConnectionString => $"Data Source={Path}";

    /// <summary>SQLite 3.7.0 to 3.51.2 can corrupt a WAL when two connections write and checkpoint at once; the write gate rules that out here.</summary>
    public static bool LibraryIsOlder => SQLitePCL.raw.sqlite3_libversion_number() < SafeLibrary;
    public static string LibraryVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string()!;

    public async Task PrepareAsync(Func<string, DashboardDb> open)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        TakeLock();
        if (LibraryIsOlder)
        {
            logger.LogInformation("SQLite {Version} is older than 3.51.3, which mends a rare fault of two writers at once; this site has one writer. Upgrade the system's SQLite when you can.", LibraryVersion);
        }
        if (File.Exists(Path))
        {
            RefuseForeignFile();
            RefuseOtherDatabase();
            await MigrateAsync(open(ConnectionString));
            return;
        }
        RefuseOrphanedLog();
        var unborn = Path + ".new";
        // It holds people's data and password hashes; SQLite makes the files beside it alike.
        await OwnersFile.Create(unborn).DisposeAsync();
        await MigrateAsync(open($"Data Source={unborn};Pooling=False"));
        File.Move(unborn, Path);
    }

    public void Dispose() => _lock?.Dispose();

    private static string PathOf(IConfiguration configuration)
    {
        if (!(configuration["Database:Provider"] ?? "Sqlite").Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefused("Database:Provider must be Sqlite; this version knows no other.");
        }
        var source = new SqliteConnectionStringBuilder(configuration.GetConnectionString("Dashboard")).DataSource;
        return source is "" or ":memory:"
            ? throw new StartRefused("ConnectionStrings:Dashboard must name a file, as in \"Data Source=data/dashboard.db\".")
            : System.IO.Path.GetFullPath(source);
    }

    private void TakeLock()
    {
        try
        {
            _lock = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefused($"Another process is using {Path}. Stop it first, or set ConnectionStrings:Dashboard to another file.");
        }
    }

    /// <summary>SQLite would take the log of a file that was moved away for the log of the new one.</summary>
    private void RefuseOrphanedLog()
    {
        if (File.Exists(Path + "-wal"))
        {
            throw new StartRefused($"{Path} is gone but {Path}-wal is still there. Put the database back, or move that file and {Path}-shm away too to begin anew.");
        }
    }

    private void RefuseForeignFile()
    {
        using var file = File.Open(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[16];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (read < header.Length || Encoding.ASCII.GetString(header) != "SQLite format 3\0")
        {
            throw new StartRefused($"{Path} is not a database of this site (it is {(read == 0 ? "empty" : "another kind of file")}). Restore a backup, or move the file away, with its -wal and -shm, to begin anew.");
        }
    }

    /// <summary>Reads only: not even the journal mode of somebody else's database is changed.</summary>
    private void RefuseOtherDatabase()
    {
        try
        {
            using var connection = new SqliteConnection($"{ConnectionString};Mode=ReadWrite;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) > 0 AND total(name = '__EFMigrationsHistory') = 0 FROM sqlite_schema WHERE type = 'table'";
            if (command.ExecuteScalar() is 1L)
            {
                throw new StartRefused($"{Path} is the database of another program. Set ConnectionStrings:Dashboard to a file of this site's own.");
            }
        }
        catch (SqliteException damage)
        {
            throw new StartRefused($"{Path} cannot be read ({damage.Message}). Restore a backup, or move the file away, with its -wal and -shm, to begin anew.");
        }
    }

    private static async Task MigrateAsync(DashboardDb db)
    {
        await using (db)
        {
            // A process killed while it migrated leaves its lock row behind, on which Migrate() would wait for ever.
            // We hold the file's lock, so nobody else migrates.
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync(AuditEntry.Triggers);
        }
    }
}
