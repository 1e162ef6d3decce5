using Dashboard.Data;
using Dashboard.Reports;
using Microsoft.Playwright;

namespace Dashboard.Demo;

/// <summary>Once the site answers: prepares the sample, prints its reports and tells where they are.</summary>
public sealed class Tour(IServiceScopeFactory scopes, IHostApplicationLifetime site, ReportPrinter printer, ILogger<Tour> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartedAsync(stoppingToken);
            await GuideAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped half-way; the next start goes on.
        }
        catch (Exception fault)
        {
            logger.LogError(fault, "The demo could not be prepared. The site runs on without it.");
        }
    }

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource();
        await using var _ = site.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    private async Task GuideAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var runs = await scope.ServiceProvider.GetRequiredService<SampleRuns>().MakeAsync(cancellation);
        var reports = await PrintAsync(scope.ServiceProvider.GetRequiredService<ReportFiles>(), runs, cancellation);
        await Console.Out.WriteLineAsync(await scope.ServiceProvider.GetRequiredService<Guide>().TextAsync(runs, reports));
    }

    /// <summary>A machine that cannot print keeps its demo, and is told why.</summary>
    private async Task<string> PrintAsync(ReportFiles files, IReadOnlyList<Run> runs, CancellationToken cancellation)
    {
        if (printer.WhyNot is { } reason)
        {
            return $"none. {reason}";
        }
        try
        {
            var written = 0;
            foreach (var run in runs)
            {
                written += await files.WriteAsync(run, cancellation);
            }
            return $"{files.Folder}  {written} PDFs";
        }
        catch (PlaywrightException fault)
        {
            logger.LogWarning(fault, "The browser did not print");
            return "none: the browser of this machine did not print them; the log says why.";
        }
    }
}
