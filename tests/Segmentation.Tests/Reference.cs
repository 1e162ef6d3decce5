namespace Segmentation.Tests;

/// <summary>The textbook definitions, word for word and as slow as they are, in double.</summary>
internal static class Reference
{
    public static double Distance(Matrix data, int a, int b) =>
        Math.Sqrt(Enumerable.Range(0, data.Columns).Sum(j => Math.Pow((double)data[a, j] - data[b, j], 2)));

    public static bool[] Cores(Matrix data, double epsilon, int minPoints) =>
        [.. Enumerable.Range(0, data.Rows).Select(i => Neighbours(data, i, epsilon).Count() >= minPoints)];

    public static int[] Dbscan(Matrix data, double epsilon, int minPoints)
    {
        var cores = Cores(data, epsilon, minPoints);
        var labels = Enumerable.Repeat(-1, data.Rows).ToArray();
        int clusters = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            if (cores[i] && labels[i] < 0)
                Grow(data, epsilon, cores, labels, i, clusters++);
        }
        for (int i = 0; i < data.Rows; i++)
        {
            var reachable = Neighbours(data, i, epsilon).Where(j => cores[j]).ToList();
            if (!cores[i] && reachable.Count > 0)
                labels[i] = labels[reachable.MinBy(j => Squared(data, i, j))];
        }
        return labels;
    }

    public static double[] Silhouettes(Matrix data, int[] labels) => [.. Enumerable.Range(0, data.Rows).Select(i =>
    {
        var means = Enumerable.Range(0, data.Rows).Where(j => j != i && labels[j] >= 0)
            .GroupBy(j => labels[j]).ToDictionary(group => group.Key, group => group.Average(j => Distance(data, i, j)));
        if (labels[i] < 0)
            return double.NaN;
        if (!means.Remove(labels[i], out double own))
            return 0;
        double other = means.Values.Min();
        return Math.Max(own, other) == 0 ? 0 : (other - own) / Math.Max(own, other);
    })];

    private static void Grow(Matrix data, double epsilon, bool[] cores, int[] labels, int first, int cluster)
    {
        var frontier = new Queue<int>([first]);
        labels[first] = cluster;
        while (frontier.TryDequeue(out int i))
        {
            foreach (int j in Neighbours(data, i, epsilon).Where(j => cores[j] && labels[j] < 0))
            {
                labels[j] = cluster;
                frontier.Enqueue(j);
            }
        }
    }

    private static IEnumerable<int> Neighbours(Matrix data, int i, double epsilon) =>
        Enumerable.Range(0, data.Rows).Where(j => Squared(data, i, j) <= epsilon * epsilon);

    private static double Squared(Matrix data, int a, int b)
    {
        double sum = 0;
        for (int j = 0; j < data.Columns; j++)
            sum += ((double)data[a, j] - data[b, j]) * ((double)data[a, j] - data[b, j]);
        return sum;
    }
}
