using System.Numerics;
using Segmentation.Kernels;

namespace Segmentation.Neighbours;

/// <summary>How far each row's minPoints-th nearest row is, itself counted as first: the distances at which rows become core points.</summary>
internal sealed class CoreDistances : ILeafVisitor
{
    private const int LeavesPerPiece = 16;
    private const int RowsPerStep = 16;

    private readonly KdTree _tree;
    private readonly LeafPoints _points;
    private readonly int _count;
    // Per row of the leaf its least squared distances so far, in order.
    private readonly double[] _nearest;

    private CoreDistances(KdTree tree, int count)
    {
        _tree = tree;
        _count = count;
        _points = new LeafPoints(tree);
        _nearest = new double[KdTree.LeafRows * count];
    }

    public double SquaredReach { get; private set; }

    /// <summary>Squared, in the order of the tree; with fewer than minPoints rows the distance of the farthest.</summary>
    public static double[] Squared(KdTree tree, int minPoints, int threads, ProgressCount progress, CancellationToken cancellation)
    {
        var distances = new double[tree.Rows.Rows];
        int count = Math.Min(minPoints, distances.Length);
        Workers.Run((tree.Leaves + LeavesPerPiece - 1) / LeavesPerPiece, threads, piece =>
        {
            var search = new CoreDistances(tree, count);
            int end = Math.Min(tree.Leaves, (piece + 1) * LeavesPerPiece);
            for (int leaf = piece * LeavesPerPiece; leaf < end; leaf++)
            {
                cancellation.ThrowIfCancellationRequested();
                search.Measure(leaf, distances);
            }
            progress.Add(tree.Leaf(end - 1).To - tree.Leaf(piece * LeavesPerPiece).From);
        }, cancellation);
        return distances;
    }

    private void Measure(int leaf, double[] into)
    {
        _points.Load(leaf);
        Array.Fill(_nearest, double.PositiveInfinity);
        LeafWalk.Around(_tree, leaf, this);
        for (int i = 0; i < _points.Count; i++)
            into[_points.From + i] = Farthest(i);
    }

    public bool Skips(int node) => false;

    public void Visit(int leaf)
    {
        double reach = 0;
        for (int i = 0; i < _points.Count; i++)
        {
            if (_points.Reaches(i, leaf, Farthest(i)))
                MeasureRow(i, leaf);
            reach = Math.Max(reach, Farthest(i));
        }
        SquaredReach = reach;
    }

    // Few rows at a time, as every one found draws the limit closer.
    private void MeasureRow(int row, int leaf)
    {
        var point = _points[row];
        var (from, to) = _tree.Leaf(leaf);
        for (; from < to; from += RowsPerStep)
        {
            ulong near = Near.Mask(_tree.Rows, from, Math.Min(to, from + RowsPerStep), point, Near.Limit(Farthest(row), point.Length));
            for (; near != 0; near &= near - 1)
                Insert(row, Within.Squared(_tree.Rows, from + BitOperations.TrailingZeroCount(near), point));
        }
    }

    private void Insert(int row, double distance)
    {
        var nearest = _nearest.AsSpan(row * _count, _count);
        int place = _count;
        for (; place > 0 && nearest[place - 1] > distance; place--)
        {
            if (place < _count)
                nearest[place] = nearest[place - 1];
        }
        if (place < _count)
            nearest[place] = distance;
    }

    private double Farthest(int row) => _nearest[row * _count + _count - 1];
}
