using Segmentation.Clustering;

namespace Segmentation.Tests;

/// <summary>HDBSCAN* word for word and as slow as it is: from the top, all edges of one length are removed at once.</summary>
internal sealed class HdbscanReference
{
    private readonly int _minClusterSize;
    private readonly double[,] _reach;
    private readonly double _least;
    private readonly List<Cluster> _chosen = [];

    private HdbscanReference(Matrix data, int minClusterSize, int minPoints)
    {
        _minClusterSize = minClusterSize;
        var rows = Enumerable.Range(0, data.Rows).ToArray();
        var cores = rows.Select(i => rows.Select(j => Reference.Distance(data, i, j)).Order().ElementAt(Math.Min(minPoints, data.Rows) - 1)).ToArray();
        _reach = new double[data.Rows, data.Rows];
        foreach (int i in rows)
        {
            foreach (int j in rows)
                _reach[i, j] = Math.Max(Reference.Distance(data, i, j), Math.Max(cores[i], cores[j]));
        }
        _least = rows.SelectMany(i => rows.Where(j => j != i).Select(j => _reach[i, j])).Where(x => x > 0).DefaultIfEmpty(1).Min();
    }

    /// <summary>Labels in canonical order; the stability stands with every row of its cluster.</summary>
    public static (int[] Labels, double[] Memberships, double[] StabilityOfRows) Fit(Matrix data, int minClusterSize, int minPoints)
    {
        var reference = new HdbscanReference(data, minClusterSize, minPoints);
        if (data.Rows >= minClusterSize)
        {
            foreach (var child in reference.Grow([.. Enumerable.Range(0, data.Rows)], 0).Children)
                reference.Choose(child);
        }
        var (labels, memberships, stabilities) = (Enumerable.Repeat(-1, data.Rows).ToArray(), new double[data.Rows], new double[data.Rows]);
        foreach (var (c, cluster) in reference._chosen.Index())
        {
            foreach (int row in cluster.Rows)
                (labels[row], memberships[row], stabilities[row]) = (c, Math.Min(1, cluster.Lost(row) / cluster.Death), cluster.Stability);
        }
        CanonicalOrder.Apply(labels, ClusterMeans.Of(data, labels, reference._chosen.Count));
        return (labels, memberships, stabilities);
    }

    private Cluster Grow(int[] rows, double birth)
    {
        var cluster = new Cluster(rows, birth);
        for (int[] left = rows; ;)
        {
            var (parts, density) = Divide(left);
            var large = parts.Where(part => part.Length >= _minClusterSize).ToList();
            var lost = large.Count == 1 ? left.Except(large[0]) : left;
            foreach (int row in lost)
                cluster.Leaves[row] = density;
            cluster.Death = density;
            if (large.Count > 1)
                cluster.Children.AddRange(large.Select(part => Grow(part, density)));
            if (large.Count != 1)
                return cluster;
            left = large[0];
        }
    }

    private (List<int[]> Parts, double Density) Divide(int[] rows)
    {
        foreach (double length in rows.SelectMany(i => rows.Where(j => j != i).Select(j => _reach[i, j])).Distinct().OrderDescending())
        {
            var parts = Parts([.. rows], length);
            if (parts.Count > 1)
                return (parts, 1 / Math.Max(_least, length));
        }
        throw new InvalidOperationException("Rows do not fall apart at distance 0.");
    }

    private List<int[]> Parts(HashSet<int> rows, double below)
    {
        var parts = new List<int[]>();
        while (rows.Count > 0)
        {
            var part = new List<int> { rows.First() };
            for (int i = 0; i < part.Count; i++)
            {
                rows.Remove(part[i]);
                foreach (int other in rows.Where(j => _reach[part[i], j] < below).ToList())
                {
                    rows.Remove(other);
                    part.Add(other);
                }
            }
            parts.Add([.. part]);
        }
        return parts;
    }

    private double Choose(Cluster cluster)
    {
        int before = _chosen.Count;
        double below = cluster.Children.Sum(Choose);
        // Sums in another order differ by rounding.
        if (cluster.Stability < below * (1 - 1e-12))
            return below;
        _chosen.RemoveRange(before, _chosen.Count - before);
        _chosen.Add(cluster);
        return cluster.Stability;
    }

    private sealed record Cluster(int[] Rows, double Birth)
    {
        public List<Cluster> Children { get; } = [];
        public Dictionary<int, double> Leaves { get; } = [];
        public double Death { get; set; }
        public double Stability => Leaves.Values.Sum(density => density - Birth);

        public double Lost(int row) => Children.FirstOrDefault(child => child.Rows.Contains(row))?.Lost(row) ?? Leaves[row];
    }
}
