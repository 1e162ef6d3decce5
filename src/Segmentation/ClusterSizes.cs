namespace Segmentation;

/// <summary>Counts over labels; noise (-1) is not counted.</summary>
internal static class ClusterSizes
{
    public static int[] Of(ReadOnlySpan<int> labels, int clusters)
    {
        var sizes = new int[clusters];
        foreach (int label in labels)
        {
            if (label >= 0)
                sizes[label]++;
        }
        return sizes;
    }

    public static int Clusters(ReadOnlySpan<int> labels)
    {
        int highest = -1;
        foreach (int label in labels)
            highest = Math.Max(highest, label);
        return highest + 1;
    }
}
