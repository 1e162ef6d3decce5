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
        TakeLock();
        if (LibraryIsOlder)
        {
            logger.LogInformation("SQLite {Version} is older than 3.51.3, which mends a rare fault of two writers at once; this site has one writer. Upgrade the system's SQLite when you can.", LibraryVersion);
        }
        if (File.Exists(Path))
        {
            ForeignFile.Refuse(Path);
            await using var known = open(ConnectionString);
            await MigrateAsync(known);
            return;
        }
        ForeignFile.RefuseOrphanedLog(Path);
        var unborn = Path + ".new";
        // It holds people's data and password hashes; SQLite makes the files beside it alike.
        await OwnersFile.Create(unborn).DisposeAsync();
        await using (var empty = open($"Data Source={unborn};Pooling=False"))
        {
            await MigrateAsync(empty);
        }
        File.Move(unborn, Path);
    }

    /// <summary>Held until this is disposed of: whoever writes beside the site has to have it stopped.</summary>
    public void TakeLock()
    {
        try
        {
            OwnersFile.MakeFolder(System.IO.Path.GetDirectoryName(Path)!);
            _lock = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception reason) when (reason is UnauthorizedAccessException or DirectoryNotFoundException || reason is IOException && !File.Exists(Path + ".lock"))
        {
            throw new StartRefused($"The folder of {Path} cannot be written: {reason.Message}");
        }
        catch (IOException)
        {
            throw new StartRefused($"Another process is using {Path}. Stop it first, or set ConnectionStrings:Dashboard to another file.");
        }
    }

    public void Dispose() => _lock?.Dispose();

    internal void RefuseMissing()
    {
        if (!File.Exists(Path))
        {
            throw new StartRefused($"There is no database at {Path}. Name it: --ConnectionStrings:Dashboard=\"Data Source=FILE\"");
        }
    }

    internal static async Task MigrateAsync(DashboardDb db)
    {
        // A process killed while it migrated leaves its lock row behind, on which Migrate() would wait for ever.
        // We hold the file's lock, so nobody else migrates.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync(AuditEntry.Triggers);
    }

    private static string PathOf(IConfiguration configuration)
    {
        if (!(configuration["Database:Provider"] ?? "Sqlite").Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefused("Database:Provider must be Sqlite; this version knows no other.");
        }
        var source = SourceOf(configuration.GetConnectionString("Dashboard"));
        if (source is "" or ":memory:")
        {
            throw new StartRefused("ConnectionStrings:Dashboard must name a file, as in \"Data Source=data/dashboard.db\".");
        }
        var path = System.IO.Path.GetFullPath(source);
        return Directory.Exists(path) ? throw new StartRefused($"ConnectionStrings:Dashboard names {path}, which is a folder. Name a file in it.") : path;
    }

    /// <summary>Not repeated when it cannot be read: a password may stand in it.</summary>
    private static string SourceOf(string? connection)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connection).DataSource;
        }
        catch (ArgumentException)
        {
            throw new StartRefused("ConnectionStrings:Dashboard cannot be read. Write it as \"Data Source=data/dashboard.db\".");
        }
    }
}
