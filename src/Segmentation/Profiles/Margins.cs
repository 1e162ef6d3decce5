namespace Segmentation.Profiles;

/// <summary>
/// How clearly rows belong to their cluster: (d2 - d1) / d2, where d1 is the distance to the own centre and d2 that to the
/// nearest other. 1 on the centre, 0 half-way between two; below 0 where another centre is nearer, as after DBSCAN.
/// </summary>
public static class Margins
{
    /// <summary>One margin per row: NaN for noise (-1), 1 with a single centre. O(rows · centres · columns).</summary>
    public static double[] Of(Matrix data, int[] labels, double[][] centres)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        return [.. labels.Select((label, i) => label < 0 ? double.NaN : Of(data, i, label, centres))];
    }

    /// <summary>Per cluster up to so many rows, the least clear first: those that could as well be in another.</summary>
    public static int[][] Borderline(double[] margins, int[] labels, int count = 3)
    {
        var rows = labels.Index().ToLookup(row => row.Item, row => row.Index);
        return [.. Enumerable.Range(0, ClusterSizes.Clusters(labels)).Select(c => rows[c].OrderBy(i => margins[i]).Take(count).ToArray())];
    }

    private static double Of(Matrix data, int row, int own, double[][] centres)
    {
        if (centres.Length == 1)
            return 1;
        double other = centres.Where((_, c) => c != own).Min(centre => ExactDistance.Squared(data, row, centre));
        if (other == 0)
            return 0;
        return 1 - Math.Sqrt(ExactDistance.Squared(data, row, centres[own]) / other);
    }
}
