using Segmentation.Clustering;
using Segmentation.Quality;

namespace Segmentation.Profiles;

/// <summary>The most typical row of each cluster: a real customer, where a mean may describe nobody.</summary>
public static class Medoids
{
    /// <summary>Up to this many rows in a cluster every row is tried.</summary>
    public const int ExactRows = 10_000;

    /// <summary>
    /// Per cluster the row with the least sum of distances to the others (Kaufman and Rousseeuw 1987), of equals the lowest; in
    /// clusters beyond <see cref="ExactRows"/> the row nearest to the mean. -1 for a cluster without rows. Labels are
    /// row-aligned, noise (-1) is left out. O(rows² · columns) of the largest cluster that is exact.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static int[] Of(Matrix data, int[] labels, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        var members = labels.Index().ToLookup(row => row.Item, row => row.Index);
        return [.. Enumerable.Range(0, ClusterSizes.Clusters(labels)).Select(c => OfCluster(data, [.. members[c]], threads, cancellation))];
    }

    private static int OfCluster(Matrix data, int[] members, int threads, CancellationToken cancellation)
    {
        if (members.Length == 0)
            return -1;
        var rows = data.Gather(members);
        return members[members.Length <= ExactRows ? Exact(rows, threads, cancellation) : NearestToMean(rows)];
    }

    private static int Exact(Matrix rows, int threads, CancellationToken cancellation)
    {
        var sums = DistanceSums.Of(new GroupedRows(rows, new int[rows.Rows]), threads, cancellation).To(0);
        // Float32 sums only rule rows out; what is left is summed again in double.
        double bound = sums.ToArray().Min() * (1 + 1e-4);
        var candidates = new List<int>();
        for (int i = 0; i < rows.Rows; i++)
        {
            if (sums[i] <= bound && candidates.TrueForAll(candidate => ExactDistance.Squared(rows, candidate, i) > 0))
                candidates.Add(i);
        }
        return candidates.MinBy(candidate =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Enumerable.Range(0, rows.Rows).Sum(i => Math.Sqrt(ExactDistance.Squared(rows, candidate, i)));
        });
    }

    private static int NearestToMean(Matrix rows)
    {
        var mean = ClusterMeans.Of(rows, new int[rows.Rows], 1)[0];
        return Enumerable.Range(0, rows.Rows).MinBy(i => ExactDistance.Squared(rows, i, mean));
    }
}
