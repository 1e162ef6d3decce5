using System.Collections.Concurrent;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>When something was last used: noted in memory, since no request shall wait for it, and written once a minute.</summary>
public abstract class LastUses<T>(IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : LateWriter(TimeSpan.FromMinutes(1), scopes, time, logger) where T : notnull
{
    private readonly TimeProvider _time = time;
    private readonly ConcurrentDictionary<T, DateTime> _uses = [];

    public void Note(T used) => _uses[used] = _time.GetUtcNow().UtcDateTime;

    protected override bool Take() => !_uses.IsEmpty;

    protected override Task WriteAsync(DashboardDb db, CancellationToken cancellation) => db.WriteAsideAsync(async () =>
    {
        foreach (var use in _uses.ToArray())
        {
            await WriteAsync(db, use.Key, use.Value, cancellation);
            // Not when it was used again meanwhile.
            _uses.TryRemove(use);
        }
    }, cancellation);

    protected abstract Task WriteAsync(DashboardDb db, T used, DateTime at, CancellationToken cancellation);
}
