using FsCheck;
using FsCheck.Fluent;

namespace Segmentation.Tests;

/// <summary>Random tables of small whole numbers, so that duplicates and equal distances are frequent.</summary>
internal static class Tables
{
    public static void ForAll(Action<Matrix, SplitMix> law, int maxRows = 150, int maxColumns = 5, int reach = 20)
    {
        var shapes = Gen.Choose(1, maxRows).SelectMany(_ => Gen.Choose(1, maxColumns), (rows, columns) => (rows, columns))
            .SelectMany(_ => Gen.Choose(0, int.MaxValue - 1), (shape, seed) => (shape.rows, shape.columns, seed));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(shapes.ToArbitrary(), shape =>
        {
            var random = new SplitMix(shape.seed);
            law(Whole(shape.rows, shape.columns, reach, random), random);
        }));
    }

    public static Matrix Whole(int rows, int columns, int reach, SplitMix random) => Matrix.FromColumns(
        [.. Enumerable.Range(0, columns).Select(_ => Enumerable.Range(0, rows).Select(_ => (double)random.NextBelow(reach)).ToArray())]);

    /// <summary>Some round clouds around random centres.</summary>
    public static Matrix Blobs(int rows, int columns, int blobs, int seed)
    {
        var random = new SplitMix(seed);
        var centres = Enumerable.Range(0, blobs).Select(_ => Enumerable.Range(0, columns).Select(_ => 10 * random.NextDouble()).ToArray()).ToArray();
        return Matrix.FromRows([.. Enumerable.Range(0, rows).Select(_ =>
        {
            var centre = centres[random.NextBelow(blobs)];
            return centre.Select(x => x + random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5).ToArray();
        })]);
    }

    public static int[] Shuffle(int count, SplitMix random) => [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];

    public static double[][] Columns(Matrix data) => [.. Enumerable.Range(0, data.Columns).Select(j => Array.ConvertAll(data.Column(j).ToArray(), x => (double)x))];
}
