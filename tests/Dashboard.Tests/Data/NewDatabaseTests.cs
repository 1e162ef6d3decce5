using System.Runtime.Versioning;

namespace Dashboard.Tests.Data;

/// <summary>What a site makes that finds no database, and when it makes none.</summary>
public sealed class NewDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-new-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_log_whose_database_is_gone_is_refused_and_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Database + "-wal", "the last of somebody's customers");

        using var started = new Started(Database);
        var (code, error) = await started.EndAsync();

        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        Assert.Contains("dashboard.db is gone but", error);
        Assert.Equal("the last of somebody's customers", await File.ReadAllTextAsync(Database + "-wal"));
        Assert.False(File.Exists(Database));
    }

    [SkippableFact]
    [SupportedOSPlatform("linux")]
    public async Task A_new_database_and_its_log_are_for_the_owner_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var site = Site.With(_folder);
        await site.ApiWithScopesAsync("read");

        Assert.All(["", "-wal", "-shm"], end => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Database + end)));
    }
}
