namespace Dashboard.Data;

/// <summary>One writer at a time: SQLite has one, and waiting here is fair and cannot fail with "database is locked".</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        return new Exit(_gate);
    }

    public IDisposable Enter(CancellationToken cancellation)
    {
        _gate.Wait(cancellation);
        return new Exit(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
