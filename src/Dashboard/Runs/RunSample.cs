using Segmentation;

namespace Dashboard.Runs;

/// <summary>So many customers, spread evenly over each segment, so that a small one is seen too.</summary>
public static class RunSample
{
    private const int LeastOfSegment = 20;

    /// <summary>Positions, rising; all of them when there are no more than that.</summary>
    public static int[] Of(int[] segments, int most)
    {
        if (segments.Length <= most)
        {
            return [.. Enumerable.Range(0, segments.Length)];
        }
        var members = segments.Index().GroupBy(s => s.Item, s => s.Index).Select(group => group.ToArray()).ToList();
        var share = Math.Max(0, most - LeastOfSegment * members.Count) / (double)segments.Length;
        return [.. members.SelectMany(group => Thin(group, share)).Order()];
    }

    public static Matrix Pick(Matrix data, int[] rows) =>
        Matrix.FromColumns([.. Enumerable.Range(0, data.Columns).Select(j => Array.ConvertAll(rows, i => (double)data[i, j]))]);

    private static IEnumerable<int> Thin(int[] members, double share)
    {
        var wanted = Math.Min(members.Length, Math.Max(LeastOfSegment, (int)(members.Length * share)));
        return Enumerable.Range(0, wanted).Select(i => members[(int)((long)i * members.Length / wanted)]);
    }
}
