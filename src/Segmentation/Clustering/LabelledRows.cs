using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>
/// Rows whose cluster is known, for placing others by the nearest of them: the core points of DBSCAN, or all rows of HDBSCAN*.
/// Immutable and safe for any number of threads.
/// </summary>
public sealed class LabelledRows
{
    private readonly KdTree _tree;
    private readonly int[] _labels;
    private readonly int[] _numbers;
    private readonly double _scale;

    private LabelledRows(Matrix rows, int[] labels, int[] numbers, double scale)
    {
        _tree = new KdTree(rows, (float)scale);
        (_labels, _numbers, _scale) = (labels, numbers, scale);
    }

    /// <summary>How many rows there are.</summary>
    public int Rows => _labels.Length;

    /// <summary>All rows of a clustering, noise (-1) included; one label per row. O(rows · log rows).</summary>
    public static LabelledRows All(Matrix data, int[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Rows, 1, nameof(data));
        return new(data, labels, [.. Enumerable.Range(0, data.Rows)], FloatRange.ScaleToMiddle(data));
    }

    /// <summary>
    /// The core points of a run of <see cref="Dbscan"/> with those parameters and labels; null when there is none. A row then
    /// belongs to the cluster of its nearest core point if that is within epsilon, inclusive, else to none.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LabelledRows? Cores(Matrix data, int[] labels, double epsilon, int minPoints, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        double scale = Dbscan.Scale(data, epsilon);
        var tree = new KdTree(data, (float)scale, threads, cancellation);
        var bits = CoreRows.Find(new LeafPasses(tree, new Within(epsilon * scale, data.Columns), threads, null, cancellation), minPoints);
        var cores = new List<int>();
        for (int i = 0; i < data.Rows; i++)
        {
            if ((bits[i / KdTree.LeafRows] >> (i % KdTree.LeafRows) & 1) != 0)
                cores.Add(tree.Order[i]);
        }
        cores.Sort();
        int[] numbers = [.. cores];
        return numbers.Length == 0 ? null : new(data.Gather(numbers), Array.ConvertAll(numbers, i => labels[i]), numbers, scale);
    }

    /// <summary>All of them with their labels, in the order in which ties fall and in the units of the data.</summary>
    public IEnumerable<(int Label, double[] Point)> InOrder() => Enumerable.Range(0, Rows)
        .OrderBy(i => _tree.Order[i])
        .Select(i => (_labels[_tree.Order[i]], Enumerable.Range(0, _tree.Rows.Columns).Select(j => _tree.Rows[i, j] / _scale).ToArray()));

    /// <summary>
    /// The row nearest to a point in the units of the rows, of equals the lowest: its number in the original data, its label
    /// and its Euclidean distance. The point is rounded to float32 as the rows are. About O(log rows) in few dimensions.
    /// </summary>
    public (int Row, int Label, double Distance) Nearest(ReadOnlySpan<double> point)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(point.Length, _tree.Rows.Columns, nameof(point));
        Span<float> scaled = stackalloc float[point.Length];
        for (int j = 0; j < point.Length; j++)
            scaled[j] = (float)point[j] * (float)_scale;
        var (row, square) = new NearestRow(_tree, scaled).Find();
        return (_numbers[row], _labels[row], Math.Sqrt(square) / _scale);
    }
}
