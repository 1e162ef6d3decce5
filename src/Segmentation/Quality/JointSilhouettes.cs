namespace Segmentation.Quality;

/// <summary>
/// Mean silhouettes of several labelings in one pass over the pairs of rows: rows that share their label in every one of
/// them form a group, and the sums of distances to groups add up to those to clusters.
/// </summary>
internal static class JointSilhouettes
{
    private const long MaxSums = 1L << 26;

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
        var toClusters = new double[sizes.Length];
        double total = 0;
        for (int group = 0; group < grouped.Clusters; group++)
        {
            for (int i = grouped.Starts[group]; i < grouped.Starts[group + 1]; i++)
            {
                Array.Clear(toClusters);
                var toGroups = sums[i];
                for (int g = 0; g < clusterOf.Length; g++)
                    toClusters[clusterOf[g]] += toGroups[g];
                total += SilhouetteValue.Of(toClusters, sizes, clusterOf[group]);
            }
        }
        return total / labels.Length;
    }
}
