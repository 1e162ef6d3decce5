using System.Threading.Channels;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// Entries about what was only looked at. They are written in groups, at most a second later, so that a page does not wait for the disk;
/// what a crash takes is the last second of looking, never of changing.
/// </summary>
public sealed class AuditQueue(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuditQueue> logger) : LateWriter(TimeSpan.FromSeconds(1), scopes, time, logger)
{
    private const int MostAtOnce = 10_000;
    private readonly TimeProvider _time = time;
    private readonly Channel<AuditEntry> _waiting = Channel.CreateUnbounded<AuditEntry>();
    private readonly List<AuditEntry> _taken = [];

    public void Add(HttpContext http, string what, string about, string? who = null) => _waiting.Writer.TryWrite(AuditLog.Of(http, _time, what, about, who));

    protected override bool Take()
    {
        while (_taken.Count < MostAtOnce && _waiting.Reader.TryRead(out var entry))
        {
            _taken.Add(entry);
        }
        return _taken.Count > 0;
    }

    protected override async Task WriteAsync(DashboardDb db, CancellationToken cancellation)
    {
        await db.WriteAsideAsync(() => db.AppendAsync(_taken, cancellation), cancellation);
        _taken.Clear();
    }
}
