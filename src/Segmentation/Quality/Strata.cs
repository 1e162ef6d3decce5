namespace Segmentation.Quality;

/// <summary>A sample of rows in which every cluster, and the noise, keeps its share.</summary>
internal static class Strata
{
    /// <summary>Sorted rows: all of them up to so many, else about so many and at least one of each label.</summary>
    public static int[] Sample(int[] labels, int rows, SplitMix random)
    {
        if (labels.Length <= rows)
            return [.. Enumerable.Range(0, labels.Length)];
        var strata = labels.Index().GroupBy(row => row.Item, row => row.Index).OrderBy(stratum => stratum.Key);
        return [.. strata.SelectMany(stratum => Thin([.. stratum], (double)rows / labels.Length, random)).Order()];
    }

    private static IEnumerable<int> Thin(int[] stratum, double share, SplitMix random) =>
        random.Sample(stratum.Length, Math.Max(1, (int)Math.Round(share * stratum.Length))).Select(i => stratum[i]);
}
