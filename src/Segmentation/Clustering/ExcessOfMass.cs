namespace Segmentation.Clustering;

/// <summary>The clusters of greatest total stability, none within another and never the one of everything (Campello et al. 2013, section 5).</summary>
internal static class ExcessOfMass
{
    /// <summary>Per cluster of the tree the chosen one that holds it, itself included, or -1.</summary>
    public static int[] Choose(List<CondensedCluster> clusters)
    {
        var best = new double[clusters.Count];
        var chosen = new int[clusters.Count];
        for (int c = 0; c < clusters.Count; c++)
        {
            bool holds = clusters[c].Parent >= 0 && clusters[c].Stability >= best[c];
            chosen[c] = holds ? c : -1;
            if (clusters[c].Parent >= 0)
                best[clusters[c].Parent] += Math.Max(best[c], clusters[c].Stability);
        }
        for (int c = clusters.Count - 1; c >= 0; c--)
        {
            int parent = clusters[c].Parent;
            if (parent >= 0 && chosen[parent] >= 0)
                chosen[c] = chosen[parent];
        }
        return chosen;
    }
}
