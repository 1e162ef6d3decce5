namespace Segmentation.Classification;

/// <summary>Labels to learn from: one per row, from 0 without gaps at the top; noise is refused, for it is no class.</summary>
internal static class ClassLabels
{
    /// <summary>The number of classes, one more than the highest label.</summary>
    public static int Count(Matrix data, int[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Columns, 1, nameof(data));
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        return Count(labels);
    }

    public static int Count(int[] labels)
    {
        int row = Array.FindIndex(labels, label => label < 0);
        if (row >= 0)
            throw new ArgumentException($"Row {row} has the label {labels[row]}: leave such rows out, or give them a class of their own.", nameof(labels));
        return ClusterSizes.Clusters(labels);
    }
}
