using System.Collections.Concurrent;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>When keys were last used: noted in memory, since no request shall wait for it, and written once a minute.</summary>
public sealed class KeyUses(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeyUses> logger) : LateWriter(TimeSpan.FromMinutes(1), scopes, time, logger)
{
    private readonly TimeProvider _time = time;
    private readonly ConcurrentDictionary<int, DateTime> _uses = [];

    public void Note(int key) => _uses[key] = _time.GetUtcNow().UtcDateTime;

    protected override bool Take() => !_uses.IsEmpty;

    protected override Task WriteAsync(DashboardDb db, CancellationToken cancellation) => db.WriteAsideAsync(async () =>
    {
        foreach (var use in _uses.ToArray())
        {
            await db.ApiKeys.Where(k => k.Id == use.Key).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, use.Value), cancellation);
            // Not when it was used again meanwhile.
            _uses.TryRemove(use);
        }
    }, cancellation);
}
