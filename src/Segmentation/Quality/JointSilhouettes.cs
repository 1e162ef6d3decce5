using System.Numerics;
using System.Runtime.InteropServices;

namespace Segmentation.Quality;

/// <summary>
/// Mean silhouettes of several labelings in one pass over the pairs of rows: rows that share their label in every one of
/// them form a group, and the sums of distances to groups add up to those to clusters.
/// </summary>
internal static class JointSilhouettes
{
    private const long MaxSums = 1L << 26;
    private const int RowsPerStep = 256;

    /// <summary>Exact means, null for a labeling of fewer than two clusters. Labels are at least 0.</summary>
    public static double?[] Means(Matrix data, IReadOnlyList<int[]> labelings, int threads, CancellationToken cancellation)
    {
        var joint = JointLabels(labelings);
        if ((long)data.Rows * ClusterSizes.Clusters(joint) > MaxSums)
            return [.. labelings.Select(labels => Silhouette.Mean(data, labels, threads: threads, cancellation: cancellation))];
        var grouped = new GroupedRows(data, joint);
        var sums = DistanceSums.Of(grouped, threads, cancellation);
        var means = new double?[labelings.Count];
        Workers.Run(means.Length, threads, i => means[i] = Mean(grouped, sums, labelings[i]), cancellation);
        return means;
    }

    private static int[] JointLabels(IReadOnlyList<int[]> labelings)
    {
        var joint = new int[labelings[0].Length];
        int groups = 1;
        foreach (var labels in labelings)
        {
            int clusters = ClusterSizes.Clusters(labels);
            var number = new int[groups * clusters];
            groups = 0;
            for (int i = 0; i < joint.Length; i++)
            {
                ref int group = ref number[joint[i] * clusters + labels[i]];
                if (group == 0)
                    group = ++groups;
                joint[i] = group - 1;
            }
        }
        return joint;
    }

    private static double? Mean(GroupedRows grouped, DistanceSums sums, int[] labels)
    {
        var sizes = ClusterSizes.Of(labels, ClusterSizes.Clusters(labels));
        if (sizes.Count(size => size > 0) < 2)
            return null;
        int[] clusterOf = [.. grouped.Starts[..^1].Select(start => labels[grouped.Order[start]])];
        var toClusters = Array.ConvertAll(sizes, _ => new double[RowsPerStep]);
        var ofRow = new double[sizes.Length];
        double total = 0;
        for (int from = 0, to; from < labels.Length; from = to)
        {
            to = Math.Min(from + RowsPerStep, labels.Length);
            Array.ForEach(toClusters, Array.Clear);
            for (int group = 0; group < clusterOf.Length; group++)
                Add(sums.To(group)[from..to], toClusters[clusterOf[group]]);
            for (int i = from; i < to; i++)
            {
                for (int c = 0; c < ofRow.Length; c++)
                    ofRow[c] = toClusters[c][i - from];
                total += SilhouetteValue.Of(ofRow, sizes, labels[grouped.Order[i]]);
            }
        }
        return total / labels.Length;
    }

    private static void Add(ReadOnlySpan<double> added, Span<double> sums)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(added);
        var targets = MemoryMarshal.Cast<double, Vector<double>>(sums);
        for (int v = 0; v < vectors.Length; v++)
            targets[v] += vectors[v];
        for (int i = vectors.Length * Vector<double>.Count; i < added.Length; i++)
            sums[i] += added[i];
    }
}
