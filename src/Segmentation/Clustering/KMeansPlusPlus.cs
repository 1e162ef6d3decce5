using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>
/// Seeds for K-Means: each next centre is a row drawn with probability in proportion to its squared distance from the
/// centres so far, the best of some draws (Arthur and Vassilvitskii, SODA 2007).
/// </summary>
internal sealed class KMeansPlusPlus(Matrix data, SplitMix random, CancellationToken cancellation)
{
    private DistancesSoFar _nearest = new(data, float.PositiveInfinity);
    private DistancesSoFar _trial = new(data, 0);
    private DistancesSoFar _best = new(data, 0);

    /// <summary>Rows of up to k centres; fewer when the data has fewer distinct rows. 2 + ln k draws are the authors' advice.</summary>
    public List<int> Choose(int k, int draws)
    {
        var chosen = new List<int> { random.NextBelow(data.Rows) };
        _best.Measure(chosen[0], _nearest);
        (_nearest, _best) = (_best, _nearest);
        while (chosen.Count < k && _nearest.Total > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            chosen.Add(BestOf(draws));
        }
        return chosen;
    }

    private int BestOf(int draws)
    {
        int best = -1;
        for (int draw = 0; draw < draws; draw++)
        {
            int row = _nearest.Draw(random);
            _trial.Measure(row, _nearest);
            if (best >= 0 && _trial.Total >= _best.Total)
                continue;
            best = row;
            (_best, _trial) = (_trial, _best);
        }
        (_nearest, _best) = (_best, _nearest);
        return best;
    }
}
