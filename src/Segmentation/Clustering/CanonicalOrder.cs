namespace Segmentation.Clustering;

/// <summary>The order of clusters, so that equal clusterings get equal labels: largest first, then by centre, feature by feature.</summary>
internal static class CanonicalOrder
{
    /// <summary>The clusters in order; empty ones are left out.</summary>
    public static int[] Of((double[] Mean, int Size)[] clusters)
    {
        var order = Enumerable.Range(0, clusters.Length).Where(c => clusters[c].Size > 0).ToArray();
        Array.Sort(order, (a, b) => Compare(clusters[a], clusters[b]));
        return order;
    }

    /// <summary>Renumbers labels and returns the centres in their new order.</summary>
    public static double[][] Apply(int[] labels, double[][] centres)
    {
        var sizes = ClusterSizes.Of(labels, centres.Length);
        var order = Of([.. centres.Select((centre, c) => (centre, sizes[c]))]);
        Renumber(labels, order, centres.Length);
        return [.. order.Select(c => centres[c])];
    }

    /// <summary>Each label becomes its rank in the order.</summary>
    public static void Renumber(int[] labels, int[] order, int clusters)
    {
        if (order.SequenceEqual(Enumerable.Range(0, clusters)))
            return;
        // Noise, -1, keeps its number: rank 0 stands for label -1.
        var rank = new int[clusters + 1];
        rank[0] = -1;
        for (int i = 0; i < order.Length; i++)
            rank[order[i] + 1] = i;
        for (int i = 0; i < labels.Length; i++)
            labels[i] = rank[labels[i] + 1];
    }

    private static int Compare((double[] Mean, int Size) a, (double[] Mean, int Size) b)
    {
        int order = b.Size.CompareTo(a.Size);
        for (int j = 0; j < a.Mean.Length && order == 0; j++)
            order = a.Mean[j].CompareTo(b.Mean[j]);
        return order;
    }
}
