using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Runs;

/// <summary>
/// Long sums that several people may ask for at once: each is done one time and one after the other. A result is kept, a failure is not; whoever
/// goes away meanwhile takes nothing from the others.
/// </summary>
public sealed class SharedWork(IMemoryCache cache) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<object, Lazy<Task<object>>> _underWay = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> OfAsync<T>(object key, Func<T> work, Func<T, long> bytes) where T : notnull
    {
        if (cache.TryGetValue(key, out T? known) && known is not null)
        {
            return known;
        }
        return (T)await _underWay.GetOrAdd(key, _ => new(() => DoAsync(key, work, bytes))).Value;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<object> DoAsync<T>(object key, Func<T> work, Func<T, long> bytes) where T : notnull
    {
        await _turn.WaitAsync();
        try
        {
            // Someone may have finished it between the look and the turn.
            return cache.TryGetValue(key, out T? known) && known is not null ? known : Keep(key, await Task.Run(work), bytes);
        }
        finally
        {
            _turn.Release();
            _underWay.TryRemove(key, out _);
        }
    }

    private T Keep<T>(object key, T result, Func<T, long> bytes) =>
        cache.Set(key, result, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = bytes(result) });
}
