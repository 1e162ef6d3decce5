using System.Diagnostics;

namespace Segmentation.Tests;

/// <summary>Cancels once progress has come so far, and measures how long the work goes on after that.</summary>
internal sealed class CancelAt(double progress) : IProgress<double>, IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly Stopwatch _clock = new();

    public CancellationToken Token => _source.Token;

    public void Report(double value)
    {
        if (value < progress || _clock.IsRunning)
            return;
        _clock.Start();
        _source.Cancel();
    }

    /// <summary>A fifth of a second is the promise; a busy machine gets some more.</summary>
    public void AssertSoon() => Assert.InRange(_clock.ElapsedMilliseconds, 0, 600);

    public void Dispose() => _source.Dispose();
}
