namespace Segmentation.Benchmarks;

/// <summary>Made-up rows for timing, the same for the same size.</summary>
internal static class Made
{
    /// <summary>Gaussian clouds of different widths and weights, well apart, with one row in twenty anywhere; standardised.</summary>
    public static IEnumerable<string> Clouds(int rows, int columns)
    {
        var random = new Random(1000 + columns);
        var centres = Centres(random, columns switch { 2 => 5, 3 => 6, 5 => 8, _ => 7 }, columns);
        var widths = centres.Select(_ => Row(columns, () => 0.6 + 0.8 * random.NextDouble())).ToArray();
        double[] weights = [.. centres.Select(_ => 0.5 + random.NextDouble())];
        var data = new double[rows][];
        for (int i = 0; i < rows; i++)
        {
            int cloud = Drawn(random, weights), j = 0;
            bool anywhere = random.Next(20) == 0;
            data[i] = Row(columns, () => anywhere ? 26 * random.NextDouble() - 13 : centres[cloud][j] + widths[cloud][j++] * Normal(random));
        }
        return Lines(Standardised(data, columns));
    }

    /// <summary>Ages, incomes and scores as whole numbers in five blobs, as mall customers have them.</summary>
    public static IEnumerable<string> Mall(int rows, int columns)
    {
        double[][] centres = [[43, 55, 50], [33, 87, 82], [25, 26, 79], [45, 26, 21], [41, 88, 17]], widths = [[16, 9, 6], [4, 16, 9], [5, 7, 10], [13, 7, 12], [11, 16, 10]];
        double[] weights = [.405, .195, .11, .115, .175], least = [18, 15, 1], most = [70, 137, 99];
        var random = new Random(42);
        for (int i = 0; i < rows; i++)
        {
            int blob = Drawn(random, weights);
            yield return string.Join(',', Enumerable.Range(0, columns).Select(j => Math.Clamp(Math.Round(centres[blob][j] + widths[blob][j] * Normal(random)), least[j], most[j])));
        }
    }

    private static List<double[]> Centres(Random random, int count, int columns)
    {
        var centres = new List<double[]>();
        while (centres.Count < count)
        {
            var centre = Row(columns, () => 20 * random.NextDouble() - 10);
            if (centres.TrueForAll(other => other.Zip(centre, (a, b) => (a - b) * (a - b)).Sum() > 36))
                centres.Add(centre);
        }
        return centres;
    }

    private static IEnumerable<double[]> Standardised(double[][] data, int columns)
    {
        var means = Enumerable.Range(0, columns).Select(j => data.Average(row => row[j])).ToArray();
        var deviations = Enumerable.Range(0, columns).Select(j => Math.Sqrt(data.Average(row => (row[j] - means[j]) * (row[j] - means[j])))).ToArray();
        return data.Select(row => row.Select((x, j) => (x - means[j]) / deviations[j]).ToArray());
    }

    private static IEnumerable<string> Lines(IEnumerable<double[]> data) => data.Select(row => string.Join(',', row.Select(x => x.ToString("G6"))));

    private static double[] Row(int columns, Func<double> value) => [.. Enumerable.Range(0, columns).Select(_ => value())];

    private static int Drawn(Random random, double[] weights)
    {
        double left = random.NextDouble() * weights.Sum();
        int drawn = 0;
        while (drawn < weights.Length - 1 && (left -= weights[drawn]) > 0)
            drawn++;
        return drawn;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
