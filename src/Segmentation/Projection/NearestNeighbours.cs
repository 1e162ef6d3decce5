using System.Collections.Concurrent;
using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Projection;

/// <summary>The nearest other rows of every row: by a k-d tree, and in many columns, where no tree beats that, by measuring all pairs.</summary>
internal sealed class NearestNeighbours
{
    private const int RowsPerPiece = KdTree.LeafRows;
    private const int MostTreeColumns = 8;

    private readonly int[] _rows;
    private readonly float[] _squares;

    private NearestNeighbours(int rows, int count)
    {
        Count = count;
        _rows = new int[rows * count];
        _squares = new float[rows * count];
    }

    /// <summary>Neighbours per row.</summary>
    public int Count { get; }

    /// <summary>The neighbours of a row, in rising order of their number and not of their distance.</summary>
    public ReadOnlySpan<int> Rows(int row) => _rows.AsSpan(row * Count, Count);

    /// <summary>The squared distances to them, in float32.</summary>
    public ReadOnlySpan<float> Squares(int row) => _squares.AsSpan(row * Count, Count);

    /// <summary>In how many parts the search reports its progress.</summary>
    public static int Pieces(int rows) => (rows + RowsPerPiece - 1) / RowsPerPiece;

    /// <summary>Count is at most one less than there are rows; of equal distances the lower row is nearer. About O(rows · log rows) in few columns, else O(rows² · columns).</summary>
    public static NearestNeighbours Of(Matrix data, int count, int threads, ProgressCount progress, CancellationToken cancellation) =>
        data.Columns <= MostTreeColumns ? ByTree(data, count, threads, progress, cancellation) : ByPairs(data, count, threads, progress, cancellation);

    internal static NearestNeighbours ByTree(Matrix data, int count, int threads, ProgressCount progress, CancellationToken cancellation)
    {
        var nearest = new NearestNeighbours(data.Rows, count);
        var tree = new KdTree(data, 1, threads, cancellation);
        var idle = new ConcurrentBag<NeighboursInTree>();
        Workers.Run(tree.Leaves, threads, leaf =>
        {
            cancellation.ThrowIfCancellationRequested();
            var search = idle.TryTake(out var used) ? used : new NeighboursInTree(tree, count);
            search.Search(leaf, nearest.Keep);
            idle.Add(search);
            progress.Add();
        }, cancellation);
        return nearest;
    }

    internal static NearestNeighbours ByPairs(Matrix data, int count, int threads, ProgressCount progress, CancellationToken cancellation)
    {
        var nearest = new NearestNeighbours(data.Rows, count);
        var unbounded = new float[data.PaddedRows];
        Array.Fill(unbounded, float.PositiveInfinity);
        Workers.Run(Pieces(data.Rows), threads, piece =>
        {
            var squares = new float[data.PaddedRows];
            var keys = new NearestKeys(count);
            for (int row = piece * RowsPerPiece; row < Math.Min(data.Rows, (piece + 1) * RowsPerPiece); row++)
            {
                cancellation.ThrowIfCancellationRequested();
                SquaredDistance.Least(data, 0, data.PaddedRows, Array.ConvertAll(data.Row(row), x => (float)x), unbounded, squares);
                keys.Clear();
                for (int i = 0; i < data.Rows; i++)
                {
                    if (i != row)
                        keys.Offer(squares[i], i);
                }
                nearest.Keep(row, keys);
            }
            progress.Add();
        }, cancellation);
        return nearest;
    }

    private void Keep(int row, NearestKeys keys) => keys.CopyTo(_rows.AsSpan(row * Count, Count), _squares.AsSpan(row * Count, Count));
}
