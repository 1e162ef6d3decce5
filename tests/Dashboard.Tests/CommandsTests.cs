using Dashboard.Tests.Access;

namespace Dashboard.Tests;

public sealed class CommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-commands-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verifying_an_audit_log_that_nobody_touched_counts_its_entries()
    {
        using var site = Site.With(_folder);
        var entries = await site.AuditAsync();

        var (code, said) = await RunAsync("verify-audit");

        Assert.Equal(0, code);
        Assert.Equal($"The audit log is unbroken: {entries.Count} entries, the last one has the hash {Convert.ToHexStringLower(entries[^1].Hash)}.", said);
    }

    [Theory]
    [InlineData("UPDATE Audit SET Who = 'nobody' WHERE Id = 2", 2, 1)]
    [InlineData("UPDATE Audit SET At = '2020-01-01 00:00:00' WHERE Id = 1", 1, 0)]
    [InlineData("UPDATE Audit SET Hash = zeroblob(32) WHERE Id = 2", 2, 1)]
    [InlineData("DELETE FROM Audit WHERE Id = 1", 2, 0)]
    [InlineData("DELETE FROM Audit WHERE Id = 2; UPDATE Audit SET Id = 2 WHERE Id = 3", 2, 1)]
    public async Task G08_verifying_names_the_first_entry_that_was_changed_by_hand(string sql, int broken, int unbroken)
    {
        using var site = Site.With(_folder);
        await site.Api().ImportAsync(Shoppers.TwoGroups);
        await site.ForgeAsync(sql);

        var (code, said) = await RunAsync("verify-audit");

        Assert.Equal(1, code);
        Assert.StartsWith($"The audit log is broken at entry {broken} (", said);
        Assert.EndsWith($"{unbroken} entries before it hold.", said);
    }

    [Theory]
    [InlineData("verify-audit", "There is no database at")]
    [InlineData("verify", "There is no command verify.")]
    public async Task What_cannot_be_done_is_said_in_one_line(string command, string said)
    {
        using var started = new Started(Database, [command]);
        var (code, error) = await started.EndAsync();

        Assert.Equal((1, 1), (code, error.Split('\n').Length));
        Assert.Contains(said, error);
        Assert.False(File.Exists(Database));
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] command)
    {
        using var started = new Started(Database, command);
        var (code, said) = await started.SaidAsync();
        return (code, said);
    }
}
