namespace Segmentation.Clustering;

/// <summary>
/// Where EM starts: K-Means, then random seeds, then attempts to better the best by moving one component to a random row
/// (Zhao, Hautamäki, Fränti, ICPR 2012). Rough runs compete, on large data on a sample.
/// </summary>
internal sealed class MixtureStarts(Matrix data, int k, CovarianceShape shape, double[] added, int seed, int threads, CancellationToken cancellation)
{
    private const int SampleRows = 16_384;
    private const int FewRows = 2_000;
    private const int RoughIterations = 100;
    private const int SwapRounds = 5;

    // On few rows EM creeps, and starts that are told apart too early are told apart wrongly.
    private readonly double _roughTolerance = data.Rows < FewRows ? 1e-4 : 1e-3;
    private readonly Matrix _rows = data.Rows <= SampleRows ? data : data.Gather(SplitMix.Stream(seed, -1).Sample(data.Rows, SampleRows));

    public Mixture Best(int starts, ProgressCount count)
    {
        var steps = new ExpectationMaximisation(_rows, shape, added, starts == 1 ? threads : 1, cancellation);
        // Rounds of two attempts at least, so that two threads have work.
        int rounds = Math.Min(SwapRounds, starts / 4);
        int swaps = starts / 2 / Math.Max(1, rounds);
        int first = starts - swaps * rounds;
        var best = BestOf([], first, start =>
        {
            var labels = start == 0 ? ByKMeans(starts) : BySeeds(start);
            return Walk(steps, steps.Start(labels.Labels, labels.Clusters), count);
        });
        for (int round = 0; round < rounds; round++, first += swaps)
        {
            var (from, stream) = (best.Mixture, first);
            best = BestOf([best], swaps, swap => Walk(steps, Swapped(from, stream + swap), count));
        }
        return best.Mixture;
    }

    private (Mixture Mixture, double LogLikelihood) BestOf((Mixture, double)[] before, int count, Func<int, (Mixture, double)> walk)
    {
        var found = new (Mixture Mixture, double LogLikelihood)[count];
        Workers.Run(count, threads, place => found[place] = walk(place), cancellation);
        return before.Concat(found).OrderBy(run => IsSpike(run.Item1)).ThenByDescending(run => run.Item2).First();
    }

    private (Mixture, double) Walk(ExpectationMaximisation steps, Mixture from, ProgressCount count)
    {
        try
        {
            var run = steps.Run(from, _roughTolerance, RoughIterations);
            return (run.Mixture, run.LogLikelihood);
        }
        catch (CollapsedComponentException)
        {
            return (from, double.NegativeInfinity);
        }
        finally
        {
            count.Add();
        }
    }

    private ClusteringResult ByKMeans(int starts) => KMeans.Fit(_rows, k, starts, seed, cancellation: cancellation);

    // Odd starts take K-Means to its nearest optimum, even ones leave the cells of their seeds as they are.
    private ClusteringResult BySeeds(int start)
    {
        var seeds = new KMeansPlusPlus(_rows, SplitMix.Stream(seed, start), cancellation).Choose(k, draws: 1);
        return KMeans.FitFrom(_rows, [.. seeds.Select(_rows.Row)], start % 2 == 0 ? 1 : 100, cancellation: cancellation);
    }

    private Mixture Swapped(Mixture mixture, int stream)
    {
        var random = SplitMix.Stream(seed, stream);
        var (means, covariances) = ((double[][])mixture.Means.Clone(), (double[][][])mixture.Covariances.Clone());
        int moved = random.NextBelow(means.Length);
        means[moved] = _rows.Row(random.NextBelow(_rows.Rows));
        covariances[moved] = covariances[random.NextBelow(means.Length)];
        return new Mixture(Array.ConvertAll(mixture.Weights, _ => 1.0 / means.Length), means, covariances);
    }

    // Fewer rows than a covariance needs: the likelihood of such a component grows without limit and says nothing.
    private bool IsSpike(Mixture mixture) => mixture.Weights.Any(weight => weight * _rows.Rows < mixture.Means[0].Length + 1);
}
