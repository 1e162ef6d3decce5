using System.Diagnostics;
using System.Net;
using Dashboard.Tests.Access;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Data;

public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-backup-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");
    private string File => Path.Combine(_folder, "backup.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_beside_a_running_site_holds_all_that_was_written_and_is_for_the_owner_alone()
    {
        using var site = Site.With(_folder);
        await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Kept"));

        var (code, said) = await RunAsync("backup", File);

        Assert.Equal((0, true), (code, said.Contains("is whole")));
        Assert.Equal(7L, Ask(File, "SELECT count(*) FROM customers_1"));
        Assert.Equal("ok", Ask(File, "PRAGMA integrity_check"));
        Assert.False(System.IO.File.Exists(File + ".new"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up_and_the_replaced_database_is_kept()
    {
        using (var site = Site.With(_folder))
        {
            await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Before"));
            await RunAsync("backup", File);
            await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "After"));
        }
        SqliteConnection.ClearAllPools();

        var (code, said) = await RunAsync("restore", File);

        Assert.True(code == 0, said);
        var kept = Directory.GetFiles(_folder, "dashboard.db.replaced-*").Single(f => !f.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(kept, said);
        Assert.Equal(2L, Ask(kept, "SELECT count(*) FROM Datasets"));
        using var again = Site.With(_folder);
        Assert.Equal("Before", (await again.Api().GetJsonAsync("/datasets")).Items().Single().Text("name"));
        var entry = Assert.Single(await again.AuditAsync("backup.restored"));
        Assert.Equal(("console", "backup.db"), (entry.Who, entry.About));
        await again.UseAsync(async db => Assert.Null((await Dashboard.Data.AuditChains.CheckAsync(db.Audit)).FirstBroken));
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_too_and_kept_with_its_log()
    {
        await BackUpASiteAsync();
        await System.IO.File.WriteAllTextAsync(Database, "this was a database");
        await System.IO.File.WriteAllTextAsync(Database + "-wal", "and this its log");

        var (code, said) = await RunAsync("restore", File);

        Assert.True(code == 0, said);
        var kept = Directory.GetFiles(_folder, "dashboard.db.replaced-*").Order().ToList();
        Assert.Equal(["this was a database", "and this its log"], kept.Select(System.IO.File.ReadAllText));
        using var again = Site.With(_folder);
        Assert.Single((await again.Api().GetJsonAsync("/datasets")).Items());
    }

    [Fact]
    public async Task Where_there_is_no_database_yet_the_backup_becomes_it()
    {
        await BackUpASiteAsync();
        Array.ForEach(Directory.GetFiles(_folder, "dashboard.db*"), System.IO.File.Delete);

        var (code, said) = await RunAsync("restore", File);

        Assert.True(code == 0, said);
        Assert.Equal("ok", Ask(Database, "PRAGMA integrity_check"));
        Assert.Empty(Directory.GetFiles(_folder, "dashboard.db.replaced-*"));
    }

    [Fact]
    public async Task Nothing_is_restored_under_a_running_site()
    {
        await BackUpASiteAsync();
        using var site = Site.With(_folder);
        await site.Api().GetJsonAsync("/datasets");

        Assert.Contains("Another process is using", await RefusalAsync("restore", File));
        Assert.Equal(HttpStatusCode.OK, (await site.Api().GetAsync("/api/v1/datasets")).StatusCode);
    }

    [Theory]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_FromTheFuture', '99.0')", "newer version of this site (it has 29991231000000_FromTheFuture)")]
    [InlineData("DROP TABLE __EFMigrationsHistory", "is the database of another program")]
    public async Task A_backup_that_is_not_this_sites_or_newer_is_refused_and_nothing_changes(string sql, string said)
    {
        await BackUpASiteAsync();
        Ask(File, sql);
        var before = await System.IO.File.ReadAllBytesAsync(Database);

        Assert.Contains(said, await RefusalAsync("restore", File));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(Database));
        Assert.Empty(Directory.GetFiles(_folder, "*.new"));
    }

    [Fact]
    public async Task A_damaged_backup_is_refused_and_nothing_changes()
    {
        await BackUpASiteAsync();
        using (var backup = System.IO.File.OpenWrite(File))
        {
            backup.Position = 4096 * 3;
            backup.Write(new byte[4096 * 4]);
        }
        var before = await System.IO.File.ReadAllBytesAsync(Database);

        Assert.StartsWith("The backup was not restored", await RefusalAsync("restore", File));
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(Database));
    }

    [Theory]
    [InlineData("backup", "backup needs a file")]
    [InlineData("restore", "restore needs a file")]
    [InlineData("restore /no/such/backup.db", "There is no backup at /no/such/backup.db")]
    [InlineData("backup /no/such/folder/backup.db", "There is no database at")]
    public async Task What_is_missing_is_said_in_one_line(string command, string said) => Assert.Contains(said, await RefusalAsync(command.Split(' ')));

    [Fact]
    public async Task A_backup_that_cannot_be_written_says_so_and_leaves_nothing()
    {
        await BackUpASiteAsync();

        Assert.StartsWith("The backup was not made", await RefusalAsync("backup", "/no/such/folder/backup.db"));
    }

    /// <summary>The moments differ from run to run, by chance of the machine: whenever it dies, the name holds something whole.</summary>
    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task X10_a_process_killed_at_any_moment_leaves_the_old_one_or_the_new_one_whole(string command)
    {
        await BackUpASiteAsync();
        Ask(Database, "CREATE TABLE ballast AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) SELECT randomblob(1000000) AS b FROM n");
        var usual = Stopwatch.StartNew();
        Assert.Equal(0, (await RunAsync("backup", File)).Code);
        var target = command == "backup" ? File : Database;
        for (var i = 1; i <= 8; i++)
        {
            using (var dying = new Started(Database, [command, File]))
            {
                await Task.Delay(usual.Elapsed * i / 8);
            }
            Assert.Equal("ok", Ask(target, "PRAGMA integrity_check"));
            Assert.Equal(60L, Ask(target, "SELECT count(*) FROM ballast"));
            usual.Stop();
        }
        Assert.Equal(0, (await RunAsync(command, File)).Code);
        Assert.False(System.IO.File.Exists(target + ".new"));
    }

    private async Task BackUpASiteAsync()
    {
        using (var site = Site.With(_folder))
        {
            await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Before"));
        }
        // In a process of its own the site would be gone with its connections.
        SqliteConnection.ClearAllPools();
        Assert.Equal(0, (await RunAsync("backup", File)).Code);
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] command)
    {
        using var started = new Started(Database, command);
        return await started.SaidAsync();
    }

    private async Task<string> RefusalAsync(params string[] command)
    {
        using var started = new Started(Database, command);
        var (code, error) = await started.EndAsync();
        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        return error;
    }

    private static object? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
