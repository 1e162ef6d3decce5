using System.Diagnostics;

namespace Segmentation.Tests;

/// <summary>Cancels work from outside, in the middle of whatever it does. On a thread of its own: a pool that is busy with other tests would start it late.</summary>
internal static class Cancelling
{
    public static void StopsSoon(Action<CancellationToken> work, int after)
    {
        using var source = new CancellationTokenSource();
        Exception? end = null;
        var thread = new Thread(() => end = Record.Exception(() => work(source.Token)));
        thread.Start();
        Thread.Sleep(after);
        Assert.True(thread.IsAlive, "The work was done before it could be cancelled.");
        var clock = Stopwatch.StartNew();
        source.Cancel();
        thread.Join();
        Assert.IsAssignableFrom<OperationCanceledException>(end);
        Assert.InRange(clock.ElapsedMilliseconds, 0, 200);
    }
}
