namespace Segmentation.Clustering;

/// <summary>Many starts of K-Means, the best of which wins; on large data they compete on a sample first.</summary>
internal sealed class KMeansStarts(Matrix data, int k, int seed, int maxIterations, int threads, CancellationToken cancellation)
{
    private const int SampleRows = 16_384;
    private const int Finalists = 3;

    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 2_000;

    private const int FinalistParts = 10;
    private const int SwapRounds = 5;

    // In large clusters a single row hardly moves a mean, and the exchange finds nothing that Lloyd's iteration has not.
    private const int ExchangeRows = 4_096;

    public Lloyd Best(int starts, IProgress<double>? progress) =>
        data.Rows <= SampleRows
            ? Compete(data, starts, new ProgressCount(progress, 2 * starts))[0]
            : BestOfFinalists(starts, new ProgressCount(progress, 2 * starts + (Finalists + 1) * FinalistParts));

    private Lloyd BestOfFinalists(int starts, ProgressCount count)
    {
        var sample = data.Gather(SplitMix.Stream(seed, -1).Sample(data.Rows, SampleRows));
        // One start is seeded from all rows, so that far rows which the sample missed get their chance.
        var candidates = Compete(sample, starts, count).Take(Finalists).Select(start => start.Centres).Append(Seeds(data, starts, draws: 1)).ToList();
        int most = candidates.Max(centres => centres.Length);
        var best = candidates.Where(centres => centres.Length == most).Select(centres => WalkMostOfTheWay(centres, count)).MaxBy(start => start.Between)!;
        best.Run(maxIterations, threads, cancellation);
        return best;
    }

    /// <summary>The starts, best first; of equal ones (to rounding) only one.</summary>
    private List<Lloyd> Compete(Matrix rows, int starts, ProgressCount count)
    {
        var found = InParallel(starts, start => Walk(rows, Seeds(rows, start, draws: 2 + (int)Math.Log(k)), count));
        int swaps = starts / SwapRounds;
        for (int round = 0; round < SwapRounds && swaps > 0; round++)
        {
            var best = found[0].Centres;
            int first = starts + 1 + round * swaps;
            found = Ranked(found.Concat(InParallel(swaps, swap => Walk(rows, Swapped(rows, best, first + swap), count))));
        }
        return found;
    }

    private double[][] Seeds(Matrix rows, int stream, int draws) =>
        [.. new KMeansPlusPlus(rows, SplitMix.Stream(seed, stream), cancellation).Choose(k, draws).Select(rows.Row)];

    /// <summary>One centre goes to a row at random, which leaves most local optima (Fränti, J. Big Data 5, 2018).</summary>
    private double[][] Swapped(Matrix rows, double[][] centres, int stream)
    {
        var random = SplitMix.Stream(seed, stream);
        var swapped = (double[][])centres.Clone();
        swapped[random.NextBelow(centres.Length)] = rows.Row(random.NextBelow(rows.Rows));
        return swapped;
    }

    private Lloyd Walk(Matrix rows, double[][] centres, ProgressCount count)
    {
        var lloyd = new Lloyd(rows, centres);
        lloyd.Run(maxIterations, 1, cancellation);
        if (rows.Rows <= ExchangeRows)
            lloyd.Exchange(maxIterations, cancellation);
        count.Add();
        return lloyd;
    }

    // The last thousandth of the rows may take most of the iterations, and decides nothing between finalists.
    private Lloyd WalkMostOfTheWay(double[][] centres, ProgressCount count)
    {
        var lloyd = new Lloyd(data, centres);
        lloyd.Run(maxIterations, threads, cancellation, data.Rows / 1000);
        count.Add(FinalistParts);
        return lloyd;
    }

    private List<Lloyd> InParallel(int starts, Func<int, Lloyd> walk)
    {
        var found = new Lloyd[starts];
        Workers.Run(starts, data.Rows < RowsWorthThreads ? 1 : threads, start => found[start] = walk(start), cancellation);
        return Ranked(found);
    }

    private static List<Lloyd> Ranked(IEnumerable<Lloyd> starts) =>
        [.. starts.OrderByDescending(start => start.Between).DistinctBy(start => (float)start.Between)];
}
