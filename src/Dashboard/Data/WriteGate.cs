namespace Dashboard.Data;

/// <summary>One writer at a time: SQLite has one, and waiting here is fair and cannot fail with "database is locked".</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _writes;

    /// <summary>How often somebody began or ended writing; unchanged means that nothing was written in between.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        return new Stay(this);
    }

    public IDisposable Enter(CancellationToken cancellation)
    {
        _gate.Wait(cancellation);
        return new Stay(this);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Stay : IDisposable
    {
        private readonly WriteGate _gate;

        public Stay(WriteGate gate)
        {
            _gate = gate;
            Interlocked.Increment(ref gate._writes);
        }

        public void Dispose()
        {
            Interlocked.Increment(ref _gate._writes);
            _gate._gate.Release();
        }
    }
}
