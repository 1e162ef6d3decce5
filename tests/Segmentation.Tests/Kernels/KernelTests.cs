using Segmentation.Kernels;

namespace Segmentation.Tests.Kernels;

/// <summary>Each kernel in each of its forms, against the plain definition; 512 and 256 bits work everywhere, if slowly.</summary>
public sealed class KernelTests
{
    [Fact]
    public void Nearest_centres_are_the_same_bits_in_every_form() =>
        Tables.ForAll((data, random) =>
        {
            float[] centres = [.. Enumerable.Range(0, 5).SelectMany(_ => Centre(data.Row(random.NextBelow(data.Rows))))];
            Assert.Equal(Nearest<LanesPlain>(data, centres), Nearest<Lanes256>(data, centres));
            Assert.Equal(Nearest<LanesPlain>(data, centres), Nearest<Lanes512>(data, centres));
        });

    [Fact]
    public void The_nearest_centre_is_nearest_and_of_equals_the_first() =>
        Tables.ForAll((data, random) =>
        {
            var rows = Enumerable.Range(0, 5).Select(_ => data.Row(random.NextBelow(data.Rows))).ToArray();
            var labels = Nearest<Lanes512>(data, [.. rows.SelectMany(Centre)]);
            for (int i = 0; i < data.Rows; i++)
            {
                var distances = rows.Select(row => ExactDistance.Squared(data, i, row)).ToArray();
                Assert.Equal(Array.IndexOf(distances, distances.Min()), labels[i]);
            }
        });

    [Fact]
    public void Least_squared_distances_are_the_same_bits_in_every_form() =>
        Tables.ForAll((data, random) =>
        {
            var point = Array.ConvertAll(data.Row(random.NextBelow(data.Rows)), x => (float)x + 0.3f);
            var bound = new float[data.PaddedRows];
            Array.Fill(bound, 40);
            Assert.Equal(Least<LanesPlain>(data, point, bound), Least<Lanes256>(data, point, bound));
            Assert.Equal(Least<LanesPlain>(data, point, bound), Least<Lanes512>(data, point, bound));
            var exact = Enumerable.Range(0, data.Rows).Select(i => Math.Min(40, Within.Squared(data, i, point))).ToArray();
            Assert.All(Least<Lanes512>(data, point, bound).Zip(exact), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
        });

    [Fact]
    public void Rows_within_a_radius_are_those_of_double_in_every_form() =>
        Tables.ForAll((data, random) =>
        {
            int centre = random.NextBelow(data.Rows), radius = 1 + random.NextBelow(20);
            var point = Array.ConvertAll(data.Row(centre), x => (float)x);
            var within = new Within(radius, data.Columns);
            int to = Math.Min(data.Rows, 64);
            ulong expected = Enumerable.Range(0, to).Where(i => ExactDistance.Squared(data, i, centre) <= radius * radius).Aggregate(0UL, (mask, i) => mask | (1UL << i));
            Assert.Equal(expected, within.Mask<LanesPlain>(data, 0, to, point));
            Assert.Equal(expected, within.Mask<Lanes256>(data, 0, to, point));
            Assert.Equal(expected, within.Mask<Lanes512>(data, 0, to, point));
        });

    [Fact]
    public void No_row_within_a_distance_is_missed_in_any_form() =>
        Tables.ForAll((data, random) =>
        {
            int centre = random.NextBelow(data.Rows), squared = random.NextBelow(60);
            var point = Array.ConvertAll(data.Row(centre), x => (float)x);
            float limit = Near.Limit(squared, data.Columns);
            int to = Math.Min(data.Rows, 64);
            ulong expected = Enumerable.Range(0, to).Where(i => ExactDistance.Squared(data, i, centre) <= squared).Aggregate(0UL, (mask, i) => mask | (1UL << i));
            Assert.Equal(expected, Near.Mask<LanesPlain>(data, 0, to, point, limit));
            Assert.Equal(expected, Near.Mask<Lanes256>(data, 0, to, point, limit));
            Assert.Equal(expected, Near.Mask<Lanes512>(data, 0, to, point, limit));
        });

    [Fact]
    public void Equal_numbers_are_marked()
    {
        int[] values = [.. Enumerable.Range(0, 40).Select(i => i % 7)];
        Assert.Equal(0b0100_0000_1000_0001UL, EqualTo.Mask(values, 7, 0));
        Assert.Equal(0b0000_0100_0000_1000UL, EqualTo.Mask(values, 24, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => EqualTo.Mask(values, 25, 0));
        Assert.Equal(0b1000_0000_0000_0010UL, EqualTo.Differ(values, [.. values[..7], 0, -1, .. values[9..22], 9, .. values[23..]], 7));
    }

    [Fact]
    public void Sums_of_moved_rows_are_those_of_their_new_clusters() =>
        Tables.ForAll((data, random) =>
        {
            int[] labels = Labels(data, random), fresh = Labels(data, random), before = [.. labels];
            double[] moved = Sums(data, labels), expected = Sums(data, fresh);
            Assert.Equal(before.Zip(fresh).Count(pair => pair.First != pair.Second), ClusterSums.Move(data, 0, fresh, labels, moved));
            Assert.Equal(fresh, labels);
            Assert.All(expected.Zip(moved), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        });

    [Fact]
    public void Sums_of_distances_agree_with_double_in_every_form() =>
        Tables.ForAll((data, random) =>
        {
            int middle = random.NextBelow(data.Rows + 1), end = middle + random.NextBelow(data.Rows - middle + 1);
            AssertTile<LanesPlain>(data, 0..middle, middle..end);
            AssertTile<Lanes256>(data, 0..middle, middle..end);
            AssertTile<Lanes512>(data, 0..middle, middle..end);
        });

    private static void AssertTile<T>(Matrix data, Range rows, Range columns)
        where T : struct, ILanes<T>
    {
        float[] rowSums = new float[DistanceTile.MaxRows], columnSums = new float[DistanceTile.MaxRows];
        DistanceTile.Add<T>(data, rows, columns, rowSums, columnSums);
        int[] first = Enumerable.Range(0, data.Rows).ToArray()[rows], second = Enumerable.Range(0, data.Rows).ToArray()[columns];
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(second.Sum(j => Reference.Distance(data, first[i], j)), rowSums[i], 1e-2);
        for (int j = 0; j < second.Length; j++)
            Assert.Equal(first.Sum(i => Reference.Distance(data, i, second[j])), columnSums[j], 1e-2);
    }

    private static int[] Labels(Matrix data, SplitMix random) => [.. Enumerable.Range(0, data.Rows).Select(_ => random.NextBelow(4) - 1)];

    private static double[] Sums(Matrix data, int[] labels)
    {
        var sums = new double[ClusterSums.Length(3, data.Columns)];
        ClusterSums.Add(data, 0, labels, sums);
        return sums;
    }

    private static IEnumerable<float> Centre(double[] row) => [.. row.Select(x => (float)x), (float)(-row.Sum(x => x * x) / 2)];

    private static int[] Nearest<T>(Matrix data, float[] centres)
        where T : struct, ILanes<T>
    {
        var labels = new int[data.PaddedRows];
        NearestCentre.Assign<T>(data, 0, data.PaddedRows, centres, labels);
        return labels[..data.Rows];
    }

    private static float[] Least<T>(Matrix data, float[] point, float[] bound)
        where T : struct, ILanes<T>
    {
        var into = new float[data.PaddedRows];
        SquaredDistance.Least<T>(data, 0, data.PaddedRows, point, bound, into);
        return into[..data.Rows];
    }
}
