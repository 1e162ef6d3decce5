using Dashboard.Access;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class AuditRetentionTests : IDisposable
{
    private readonly ClockedSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Entries_go_after_the_days_of_the_setting_and_the_rest_still_holds()
    {
        await _site.AuditAsync();
        _site.Time.Now += TimeSpan.FromDays(31);
        await AddAsync("run 1");

        await CutAsync(days: 30);
        await CutAsync(days: 30);

        Assert.Equal(["run 1", "entries up to"], (await _site.AuditAsync()).Select(e => e.About.StartsWith("entries up to", StringComparison.Ordinal) ? "entries up to" : e.About));
        Assert.Null((await CheckAsync()).FirstBroken);
    }

    [Fact]
    public async Task After_many_cuts_the_rest_still_holds()
    {
        for (var month = 0; month < 4; month++)
        {
            await AddAsync($"run {month}");
            _site.Time.Now += TimeSpan.FromDays(31);
            await CutAsync(days: 30);
        }

        Assert.Equal(2, (await CheckAsync()).Unbroken);
        Assert.Null((await CheckAsync()).FirstBroken);
    }

    [Fact]
    public async Task Zero_days_keep_everything()
    {
        var before = (await _site.AuditAsync()).Count;
        _site.Time.Now += TimeSpan.FromDays(10_000);

        await CutAsync(days: 0);

        Assert.Equal(before, (await _site.AuditAsync()).Count);
    }

    [Theory]
    [InlineData("DELETE FROM Audit WHERE Id = (SELECT min(Id) FROM Audit)")]
    [InlineData("UPDATE Audit SET PreviousHash = zeroblob(32) WHERE Id = (SELECT min(Id) FROM Audit)")]
    [InlineData("UPDATE Audit SET About = 'entries up to 99' WHERE What = 'audit.cut'")]
    public async Task What_is_taken_out_by_hand_after_a_cut_is_found(string sql)
    {
        await AddAsync("run 1");
        _site.Time.Now += TimeSpan.FromDays(31);
        await AddAsync("run 2");
        await AddAsync("run 3");
        await CutAsync(days: 30);
        Assert.Null((await CheckAsync()).FirstBroken);

        await _site.ForgeAsync(sql);

        Assert.NotNull((await CheckAsync()).FirstBroken);
    }

    [Fact]
    public async Task After_a_cut_nothing_can_be_deleted_as_before()
    {
        _site.Time.Now += TimeSpan.FromDays(31);
        await AddAsync("run 1");
        await CutAsync(days: 30);

        await _site.UseAsync(db => Assert.ThrowsAnyAsync<Exception>(() => db.Audit.ExecuteDeleteAsync()));
    }

    private async Task AddAsync(string about)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AuditLog>().AddAsync("run.renamed", about, "somebody");
    }

    private Task CutAsync(int days) => _site.UseAsync(async db =>
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Audit:KeepDays", $"{days}")]).Build();
        await new AuditRetention(db, _site.Services.GetRequiredService<AuditProof>(), settings, _site.Time).CutDueAsync(default);
    });

    private async Task<AuditChain> CheckAsync()
    {
        AuditChain? chain = null;
        await _site.UseAsync(async db => chain = await db.Audit.CheckAsync());
        return chain!;
    }
}
