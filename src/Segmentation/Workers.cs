namespace Segmentation;

/// <summary>Numbered pieces of work on up to so many threads; the pieces never depend on the number of threads, so neither do results.</summary>
internal static class Workers
{
    public static void Run(int pieces, int threads, Action<int> work, CancellationToken cancellation)
    {
        if (threads <= 1 || pieces <= 1)
            RunInTurn(pieces, work, cancellation);
        else
            Parallel.For(0, pieces, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, work);
    }

    private static void RunInTurn(int pieces, Action<int> work, CancellationToken cancellation)
    {
        for (int piece = 0; piece < pieces; piece++)
        {
            cancellation.ThrowIfCancellationRequested();
            work(piece);
        }
    }
}
