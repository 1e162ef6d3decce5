using Dashboard.Runs;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Tests.Runs;

public sealed class SharedWorkTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 1000 });
    private readonly SharedWork _work;
    private int _done;

    public SharedWorkTests() => _work = new(_cache);

    public void Dispose()
    {
        _work.Dispose();
        _cache.Dispose();
    }

    [Fact]
    public async Task What_many_ask_for_at_once_is_done_once()
    {
        using var gate = new ManualResetEventSlim();
        var askers = Enumerable.Range(0, 8).Select(_ => _work.OfAsync("map", () => Done(gate), _ => 1)).ToList();
        gate.Set();

        Assert.All(await Task.WhenAll(askers), answer => Assert.Equal("done 1", answer));
        Assert.Equal("done 1", await _work.OfAsync("map", () => Done(gate), _ => 1));
    }

    [Fact]
    public async Task A_failure_is_told_to_all_who_wait_and_is_not_kept()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _work.OfAsync<string>("map", () => throw new InvalidOperationException(), _ => 1));

        Assert.Equal("well", await _work.OfAsync("map", () => "well", _ => 1));
    }

    [Fact]
    public async Task Whoever_stops_waiting_stops_nothing()
    {
        using var gate = new ManualResetEventSlim();
        using var impatient = new CancellationTokenSource();
        var first = _work.OfAsync("map", () => Done(gate), _ => 1).WaitAsync(impatient.Token);
        var second = _work.OfAsync("map", () => Done(gate), _ => 1);
        await impatient.CancelAsync();
        gate.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal("done 1", await second.WaitAsync(Patience));
    }

    [Fact]
    public async Task What_is_too_large_to_be_kept_is_answered_all_the_same() =>
        Assert.Equal("large", await _work.OfAsync("map", () => "large", _ => 5000));

    private string Done(ManualResetEventSlim gate)
    {
        Assert.True(gate.Wait(Patience));
        return $"done {Interlocked.Increment(ref _done)}";
    }
}
