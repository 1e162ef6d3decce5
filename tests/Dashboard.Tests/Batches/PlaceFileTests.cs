using Dashboard.Batches;
using Dashboard.Csv;
using Dashboard.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Batches;

public sealed class PlaceFileTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly CsvFormat Plain = new("utf-8", ',', '.', 0);

    [Fact]
    public async Task Blocks_come_in_the_order_of_the_file_and_hold_every_row()
    {
        var lines = new List<long>();

        await (await FileAsync(20_000)).RunAsync(block => { lines.AddRange(block.Lines.Take(block.Count)); return ValueTask.CompletedTask; }, CancellationToken.None);

        Assert.Equal(Enumerable.Range(2, 20_000).Select(line => (long)line), lines);
    }

    [Fact]
    public async Task Whoever_cancels_gets_no_further_block_and_the_file_is_closed()
    {
        using var cancel = new CancellationTokenSource();
        var blocks = 0;
        var file = await FileAsync(100_000);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.RunAsync(async _ => { blocks++; await cancel.CancelAsync(); }, cancel.Token));

        Assert.Equal(1, blocks);
    }

    [Fact]
    public async Task What_goes_wrong_while_reading_reaches_whoever_waits()
    {
        var file = new PlaceFile(Path.Combine(site.Folder, "none.csv"), new(Plain, [0, 1]), await PlacerAsync());

        await Assert.ThrowsAsync<FileNotFoundException>(() => file.RunAsync(_ => ValueTask.CompletedTask, CancellationToken.None));
    }

    private async Task<PlaceFile> FileAsync(int rows)
    {
        var path = Path.Combine(site.Folder, $"{rows}.csv");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, rows).Select(i => $"{i % 100},{i % 90}").Prepend("Income,Spending"));
        return new(path, new(Plain, [0, 1]), await PlacerAsync());
    }

    private async Task<Dashboard.Predictions.CustomerPlacer> PlacerAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RunPlacers>().FindAsync(site.RunId))!.Placer;
    }
}
