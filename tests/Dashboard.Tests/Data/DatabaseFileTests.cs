using System.Runtime.Versioning;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Data;

/// <summary>What the site does, and does not, start on.</summary>
public sealed class DatabaseFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-start-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_empty_file_is_refused_and_stays_as_it_is()
    {
        await File.WriteAllBytesAsync(Database, []);

        Assert.Contains("is not a database of this site (it is empty)", await RefusalAsync());
        Assert.Equal(0, new FileInfo(Database).Length);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Database, "Dear diary, this is not a database.");

        Assert.Contains("another kind of file", await RefusalAsync());
        Assert.Equal("Dear diary, this is not a database.", await File.ReadAllTextAsync(Database));
    }

    [Fact]
    public async Task The_database_of_another_program_is_refused_and_stays_as_it_is()
    {
        Execute("CREATE TABLE recipes (name TEXT)");
        var before = await File.ReadAllBytesAsync(Database);

        Assert.Contains("is the database of another program", await RefusalAsync());
        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_damaged_database_is_refused_in_one_line()
    {
        await File.WriteAllBytesAsync(Database, [.. Encoding.ASCII.GetBytes("SQLite format 3\0"), .. new byte[8192]]);

        Assert.Contains("Restore a backup", await RefusalAsync());
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_ends_with_one_line_and_the_first_goes_on()
    {
        using var first = new Started(Database, ("Access:BootstrapApiKey", Site.Key));
        var address = (await first.LineAsync("Now listening on: ")).Split("on: ")[1];

        Assert.Contains("Another process is using", await RefusalAsync());
        using var client = new HttpClient();
        Assert.Equal("ok", (await (await client.GetAsync(address + "/health/ready")).JsonAsync()).Text("status"));
    }

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080", "unencrypted beyond this machine")]
    [InlineData("urls", "http://*:5080", "unencrypted beyond this machine")]
    [InlineData("urls", "http://localhost:5080;http://192.0.2.1:80", "unencrypted beyond this machine")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:5080", "unencrypted beyond this machine")]
    [InlineData("Access:BootstrapApiKey", "too short for a key", "at least 32 characters")]
    [InlineData("Access:BootstrapAdmin:Email", "ada@example.com", "Access:BootstrapAdmin: ")]
    [InlineData("Display:TimeZone", "Mars/Olympus", "Mars/Olympus is not known")]
    [InlineData("Reports:Browser", "/no/such/browser", "/no/such/browser does not exist")]
    [InlineData("ConnectionStrings:Dashboard", "Data Source=:memory:", "must name a file")]
    public async Task A_setting_that_cannot_be_is_refused_in_one_line(string key, string value, string said) =>
        Assert.Contains(said, await RefusalAsync((key, value)));

    [Fact]
    public async Task A_lock_left_by_a_migration_that_was_killed_does_not_hang_the_start()
    {
        using (var site = Site.With(_folder))
        {
            await site.Api().GetJsonAsync("/datasets");
        }
        Execute("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT INTO __EFMigrationsLock VALUES (1, '2020-01-01')");

        using var again = Site.With(_folder);
        await again.Api().GetJsonAsync("/datasets").WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task The_migrations_make_the_very_model()
    {
        using var site = Site.With(_folder);

        await site.UseAsync(async db =>
        {
            Assert.False(db.Database.HasPendingModelChanges());
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        });
    }

    [Fact]
    public async Task A_half_made_database_never_has_the_real_name()
    {
        await File.WriteAllTextAsync(Database + ".new", "left by a start that was killed");

        using var site = Site.With(_folder);
        await site.Api().GetJsonAsync("/datasets");

        Assert.False(File.Exists(Database + ".new"));
        Assert.True(File.Exists(Database));
    }

    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task Files_of_people_are_for_the_owner_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var site = Site.With(_folder);
        await site.Api().GetJsonAsync("/datasets");

        Assert.All(["uploads", "keys", "reports"], name =>
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder, "storage", name))));
    }

    private async Task<string> RefusalAsync(params (string Key, string Value)[] settings)
    {
        using var started = new Started(Database, settings);
        var (code, error) = await started.EndAsync();
        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        return error;
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
