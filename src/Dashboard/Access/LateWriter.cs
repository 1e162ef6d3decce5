using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Writes at every beat what need not be on the disk at once, and the rest when the site stops.</summary>
public abstract class LateWriter(TimeSpan beat, IServiceScopeFactory scopes, TimeProvider time, ILogger logger) : BackgroundService
{
    // Not disposed of: a site may be told to stop twice at once, and it holds nothing that would stay.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Whoever reads what is written here has it all after this.</summary>
    public async Task FlushAsync(CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            while (Take())
            {
                await using var scope = scopes.CreateAsyncScope();
                await WriteAsync(scope.ServiceProvider.GetRequiredService<DashboardDb>(), cancellation);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    /// <summary>Takes up what waits, beside what could not be written before; false when there is nothing.</summary>
    protected abstract bool Take();

    protected abstract Task WriteAsync(DashboardDb db, CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(beat, time, stoppingToken);
                await FlushAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                logger.LogError(fault, "{Writer} could not write; it tries again", GetType().Name);
            }
        }
    }
}
