namespace Segmentation;

/// <summary>Reports finished parts of a whole, always rising, from whichever thread finishes them.</summary>
internal sealed class ProgressCount(IProgress<double>? progress, int total)
{
    private readonly Lock _lock = new();
    private int _done;

    public void Add(int parts = 1)
    {
        if (progress is null)
            return;
        lock (_lock)
            progress.Report(Math.Min(1, (double)(_done += parts) / total));
    }
}
