namespace Segmentation.Clustering;

/// <summary>
/// K-Means in which a row counts as often as its weight says: Lloyd's iteration in double, from the best of several
/// k-means++ starts. Made for few distinct rows that stand for many.
/// </summary>
internal sealed class WeightedKMeans(Matrix data, double[] weights, int k, int seed, int maxIterations, int threads, CancellationToken cancellation)
{
    private readonly int[] _labels = new int[data.Rows];

    public ClusteringResult Best(int starts, IProgress<double>? progress)
    {
        var count = new ProgressCount(progress, starts);
        ClusteringResult? best = null;
        for (int start = 0; start < starts; start++, count.Add())
        {
            var found = Walk(Seeds(SplitMix.Stream(seed, start)));
            best = best is null || found.Wcss < best.Wcss ? found : best;
        }
        return best!;
    }

    private ClusteringResult Walk(double[][] centres)
    {
        int iterations = 0;
        bool changed = true;
        ExactLabels.Assign(data, centres, _labels, threads, cancellation);
        for (; changed && iterations < maxIterations; iterations++)
        {
            centres = Means(centres);
            changed = ExactLabels.Assign(data, centres, _labels, threads, cancellation).Changed;
        }
        double wcss = 0;
        for (int i = 0; i < data.Rows; i++)
            wcss += weights[i] * ExactDistance.Squared(data, i, centres[_labels[i]]);
        var order = Order(centres);
        return new ClusteringResult([.. _labels.Select(label => Array.IndexOf(order, label))], order.Length, [.. order.Select(c => centres[c])], wcss, iterations);
    }

    /// <summary>A cluster without weight takes the row that counts most where it lies.</summary>
    private double[][] Means(double[][] centres)
    {
        var totals = new double[centres.Length];
        var means = Array.ConvertAll(centres, centre => new double[centre.Length]);
        for (int i = 0; i < data.Rows; i++)
        {
            totals[_labels[i]] += weights[i];
            for (int j = 0; j < data.Columns; j++)
                means[_labels[i]][j] += weights[i] * data[i, j];
        }
        for (int c = 0; c < means.Length; c++)
        {
            for (int j = 0; j < data.Columns && totals[c] > 0; j++)
                means[c][j] /= totals[c];
            if (totals[c] == 0)
                means[c] = data.Row(Enumerable.Range(0, data.Rows).MaxBy(i => weights[i] * ExactDistance.Squared(data, i, centres[_labels[i]])));
        }
        return means;
    }

    /// <summary>Greedy k-means++ (Arthur and Vassilvitskii, SODA 2007): rows in proportion to weight and squared distance, the best of some draws.</summary>
    private double[][] Seeds(SplitMix random)
    {
        var least = (double[])weights.Clone();
        double[] centre = data.Row(Draw(least, random));
        List<double[]> chosen = [centre];
        Measure(centre, Enumerable.Repeat(double.PositiveInfinity, data.Rows), least);
        while (chosen.Count < k && least.Sum() > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var tries = Enumerable.Range(0, 2 + (int)Math.Log(k)).Select(_ => data.Row(Draw(least, random))).Select(row => (Row: row, Least: Measure(row, least, new double[data.Rows]))).ToList();
            (centre, least) = tries.MinBy(t => t.Least.Sum());
            chosen.Add(centre);
        }
        return [.. chosen];
    }

    private double[] Measure(double[] centre, IEnumerable<double> before, double[] after)
    {
        int i = 0;
        foreach (double least in before)
            after[i] = Math.Min(least, weights[i] * ExactDistance.Squared(data, i++, centre));
        return after;
    }

    private static int Draw(double[] shares, SplitMix random)
    {
        double rest = random.NextDouble() * shares.Sum();
        int last = Array.FindIndex(shares, share => share > 0);
        for (int i = last; i < shares.Length && rest >= 0; rest -= shares[i++])
            last = shares[i] > 0 ? i : last;
        return last;
    }

    /// <summary>By weight, then by centre; clusters that nothing lies in are left out.</summary>
    private int[] Order(double[][] centres)
    {
        var totals = new double[centres.Length];
        for (int i = 0; i < data.Rows; i++)
            totals[_labels[i]] += weights[i];
        var order = Enumerable.Range(0, centres.Length).Where(_labels.Contains).OrderByDescending(c => totals[c]);
        return [.. Enumerable.Range(0, data.Columns).Aggregate(order, (by, j) => by.ThenBy(c => centres[c][j]))];
    }
}
