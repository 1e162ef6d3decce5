namespace Segmentation.Quality;

/// <summary>A copy of the clustered rows, cluster after cluster, scaled by a power of two into the middle of the float32 range; noise is left out.</summary>
internal sealed class GroupedRows
{
    public GroupedRows(Matrix data, int[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        Sizes = ClusterSizes.Of(labels, ClusterSizes.Clusters(labels));
        Starts = new int[Sizes.Length + 1];
        for (int c = 0; c < Sizes.Length; c++)
            Starts[c + 1] = Starts[c] + Sizes[c];
        Order = Sort(labels);
        Rows = data.Gather(Order, FloatRange.ScaleToMiddle(data));
    }

    public Matrix Rows { get; }

    /// <summary>Where each row stood in the data.</summary>
    public int[] Order { get; }

    /// <summary>Cluster c is rows Starts[c] up to Starts[c + 1].</summary>
    public int[] Starts { get; }

    public int[] Sizes { get; }

    public int Clusters => Sizes.Length;

    /// <summary>The cluster of a row of <see cref="Rows"/>.</summary>
    public int GroupOf(int row)
    {
        int group = 0;
        while (Starts[group + 1] <= row)
            group++;
        return group;
    }

    private int[] Sort(int[] labels)
    {
        var order = new int[Starts[^1]];
        var next = (int[])Starts.Clone();
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
                order[next[labels[i]]++] = i;
        }
        return order;
    }
}
