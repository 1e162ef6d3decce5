namespace Dashboard.Data;

/// <summary>One writer at a time: SQLite has one, and waiting here is fair and cannot fail with "database is locked".</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _writes;

    /// <summary>How often somebody began or ended writing; unchanged means that nothing was written in between.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    public Task<IDisposable> EnterAsync(CancellationToken cancellation) => EnterAsync(isNews: true, cancellation);

    /// <summary>What is no news does not count: nobody asks for it but those who read it anew each time.</summary>
    public async Task<IDisposable> EnterAsync(bool isNews, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        return new Stay(this, isNews);
    }

    public IDisposable Enter(CancellationToken cancellation)
    {
        _gate.Wait(cancellation);
        return new Stay(this, isNews: true);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Stay : IDisposable
    {
        private readonly WriteGate _gate;
        private readonly int _news;

        public Stay(WriteGate gate, bool isNews)
        {
            (_gate, _news) = (gate, isNews ? 1 : 0);
            Interlocked.Add(ref gate._writes, _news);
        }

        public void Dispose()
        {
            Interlocked.Add(ref _gate._writes, _news);
            _gate._gate.Release();
        }
    }
}
