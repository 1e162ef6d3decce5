using System.Net;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Privacy;

/// <summary>Nights pass by a clock of the test's own.</summary>
public sealed class RetentionTests : IDisposable
{
    private const int Days = 30;
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Whom_no_file_speaks_of_any_more_is_deleted_and_who_stands_in_one_unchanged_is_kept()
    {
        var dataset = await KeptAsync();
        await _site.Api().ImportAsync("id,a,b\nnew,5,5\nchanged,7,7\nsame,3,3\n", ("datasetId", $"{dataset}"));
        await AgeAsync(version: 1, days: 40);

        await NightAsync();

        Assert.Equal(["changed", "new", "same"], (await KeysAsync(dataset)).Order());
        await _site.Api().GetJsonAsync("/customers/gone", HttpStatusCode.NotFound);
        await _site.UseAsync(async db => Assert.Equal(3, (await db.Datasets.SingleAsync()).Customers));
    }

    [Fact]
    public async Task Nobody_goes_a_day_too_early_and_the_page_foretells_the_day()
    {
        var dataset = await KeptAsync();
        await AgeAsync(version: 1, days: 10);
        var page = (await (await _site.SignedInAsync()).OpenAsync($"/datasets/{dataset}/privacy")).QuerySelector("#keep")!.TextContent;
        var day = DateTime.UtcNow.Date.AddDays(Days - 10 + 1);

        await NightAsync(after: Days - 10);
        Assert.Equal(4, (await KeysAsync(dataset)).Count);
        await NightAsync(after: Days - 10 + 1);

        Assert.Contains("Tonight 0 customers and 0 files", page);
        Assert.Contains($"On {day:d MMM yyyy} 4 customers would be deleted", page);
        await _site.UseAsync(async db => Assert.Equal(0, (await db.Datasets.SingleAsync()).Customers));
    }

    [Fact]
    public async Task A_second_night_and_one_that_was_broken_off_leave_the_same()
    {
        var dataset = await KeptAsync();
        await _site.Api().ImportAsync("id,a,b\nsame,3,3\nchanged,8,8\n", ("datasetId", $"{dataset}"));
        await AgeAsync(version: 1, days: 40);
        await _site.UseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER fault BEFORE DELETE ON customers_1 WHEN OLD.key = 'gone' BEGIN SELECT RAISE(ABORT, 'died'); END"));
        await Assert.ThrowsAnyAsync<Exception>(() => NightAsync());
        Assert.Equal(4, (await KeysAsync(dataset)).Count);
        await _site.UseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER fault"));

        await NightAsync();
        var once = await KeysAsync(dataset);
        await NightAsync();

        Assert.Equal(["changed", "same"], once.Order());
        Assert.Equal(once, await KeysAsync(dataset));
    }

    [Fact]
    public async Task Uploads_rejected_rows_and_old_values_of_that_age_go_too_but_not_those_of_the_segmentation_in_use()
    {
        var dataset = await KeptAsync();
        await _site.Api().ImportAsync("id,a,b\ngone,9,9\nsame,3,3\nchanged,8,8\nstays,1,oops\n", ("datasetId", $"{dataset}"));
        var run = await _site.Api().RunAsync(new { datasetId = dataset, features = new[] { "a", "b" }, k = 2 });
        await _site.Api().ImportAsync("id,a,b\ngone,10,10\n", ("datasetId", $"{dataset}"));
        await _site.Api().ImportAsync("id,a,b\ngone,10,10\nsame,3,3\nchanged,8,8\nstays,4,4\n", ("datasetId", $"{dataset}"));
        foreach (var version in new[] { 1, 2, 3 })
        {
            await AgeAsync(version, days: 50 - version);
        }
        Assert.Equal(4, Uploads.Length);

        await NightAsync();

        Assert.Single(Uploads);
        await _site.UseAsync(async db => Assert.Empty(await db.RejectedRows.ToListAsync()));
        Assert.Equal(4, (await KeysAsync(dataset)).Count);
        Assert.Equal(4, (await _site.Api().GetJsonAsync($"/runs/{run.Id()}")).Int("rowsUsed"));
        Assert.Equal([2, 3], (await _site.Api().GetJsonAsync("/customers/gone")).Items("datasets")[0].Items("versions").Select(v => v.Int("from")));
    }

    [Fact]
    public async Task Of_orders_the_last_one_counts()
    {
        var dataset = (await _site.Api().ImportAsync($"Customer ID,Order date,Amount\nA,{Day(-100)},10\nB,{Day(-100)},5\nA,{Day(-2)},1\nB,{Day(-90)},5\nC,{Day(-31)},3\nD,{Day(-30)},3\nC,{Day(-31)},1\nD,{Day(-40)},1\n", ("kind", "transactions"))).Id();
        await KeepAsync(dataset);

        await NightAsync();

        Assert.Equal(["A", "D"], (await KeysAsync(dataset)).Order());
    }

    [Fact]
    public async Task Without_a_number_of_days_everything_is_kept()
    {
        var dataset = (await _site.Api().ImportAsync("id,a\n1,1\n2,2\n")).Id();
        await AgeAsync(version: 1, days: 10_000);

        await NightAsync();

        Assert.Equal(2, (await KeysAsync(dataset)).Count);
    }

    private string[] Uploads => Directory.GetFiles(Path.Combine(_site.Folder, "storage", "uploads"));

    private static string Day(int days) => DateTime.UtcNow.Date.AddDays(days).ToString("yyyy-MM-dd");

    private async Task<int> KeptAsync()
    {
        var dataset = (await _site.Api().ImportAsync("id,a,b\ngone,1,1\nchanged,2,2\nsame,3,3\nstays,4,4\n")).Id();
        await KeepAsync(dataset);
        return dataset;
    }

    private async Task KeepAsync(int dataset)
    {
        var ada = await _site.SignedInAsync();
        await ada.SubmitAsync($"/datasets/{dataset}/privacy", "#keep form[method=post]", ("days", $"{Days}"));
    }

    private Task AgeAsync(int version, int days) => _site.UseAsync(db => db.Imports.Where(i => i.Version == version).ExecuteUpdateAsync(set => set.SetProperty(i => i.FinishedAt, DateTime.UtcNow.AddDays(-days))));

    private async Task NightAsync(int after = 0)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Retention>(scope.ServiceProvider, new Later(after)).DeleteDueAsync(default);
    }

    private async Task<List<string>> KeysAsync(int dataset) =>
        (await _site.Api().GetJsonAsync($"/datasets/{dataset}/customers")).Items().ConvertAll(c => c.EnumerateObject().First().Value.GetString()!);

    private sealed class Later(int days) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(days);
    }
}
