using System.Numerics;
using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Projection;

/// <summary>
/// The pushes of all points on each other after Barnes and Hut (Nature 324, 1986): a far group of points pushes as one body at
/// its mean. The tree is a k-d tree, and the points of a leaf share their bodies: a group is far when it is small against its
/// distance from the whole leaf.
/// </summary>
internal sealed class RepulsionTree
{
    private const int LeafPoints = KdTree.LeafRows;
    private const int LeavesPerPiece = 4;

    // Points move little from one step to the next, so their order serves for some; boxes and means are always fresh.
    private const int StepsPerOrder = 10;

    private readonly int _points;
    private readonly float _squaredWidth;
    private readonly int _threads;
    private readonly int _leaves;
    private readonly int _firstLeaf;
    private readonly Matrix _positions;
    private readonly PlaneNode[] _nodes;
    private readonly Bodies[] _bodies;
    private readonly double[] _weights;
    private readonly float[] _x;
    private readonly float[] _y;
    private int[] _order = [];
    private int _steps;

    /// <summary>A group counts as one body when its width is under so many times its distance.</summary>
    public RepulsionTree(int points, double width, int threads)
    {
        _points = points;
        _squaredWidth = (float)(width * width);
        _threads = threads;
        _leaves = (points + LeafPoints - 1) / LeafPoints;
        _firstLeaf = (int)BitOperations.RoundUpToPowerOf2((uint)_leaves);
        _positions = new Matrix(points, 2);
        _nodes = new PlaneNode[2 * _firstLeaf];
        _bodies = [.. Enumerable.Range(0, (_leaves + LeavesPerPiece - 1) / LeavesPerPiece).Select(_ => new Bodies())];
        _weights = new double[_leaves];
        _x = new float[_leaves * LeafPoints];
        _y = new float[_leaves * LeafPoints];
    }

    /// <summary>Overwrites the pushes, Σ w² (point - other), and returns Σ w over all ordered pairs.</summary>
    public double Push(Vector2[] points, Vector2[] pushes, CancellationToken cancellation)
    {
        if (_steps++ % StepsPerOrder == 0)
            Sort(points, cancellation);
        for (int i = 0; i < _points; i++)
            (_x[i], _y[i]) = (points[_order[i]].X, points[_order[i]].Y);
        Grow();
        Workers.Run(_bodies.Length, _threads, piece =>
        {
            for (int leaf = piece * LeavesPerPiece; leaf < Math.Min(_leaves, (piece + 1) * LeavesPerPiece); leaf++)
                _weights[leaf] = PushLeaf(leaf, _bodies[piece], pushes);
        }, cancellation);
        // Every point is at distance 0 of itself.
        return Sum.Of(_weights) - _points;
    }

    private void Sort(Vector2[] points, CancellationToken cancellation)
    {
        Span<float> x = _positions.Writable(0), y = _positions.Writable(1);
        for (int i = 0; i < _points; i++)
            (x[i], y[i]) = (points[i].X, points[i].Y);
        _order = new KdOrder(_positions, 1, cancellation).Build();
    }

    private void Grow()
    {
        for (int leaf = 0; leaf < _firstLeaf; leaf++)
        {
            var (from, count) = Leaf(leaf);
            _nodes[_firstLeaf + leaf] = PlaneNode.Around(_x.AsSpan(from, count), _y.AsSpan(from, count));
        }
        for (int node = _firstLeaf - 1; node >= 1; node--)
            _nodes[node] = PlaneNode.Join(_nodes[2 * node], _nodes[2 * node + 1]);
    }

    private (int From, int Count) Leaf(int leaf)
    {
        int from = Math.Min(_points, leaf * LeafPoints);
        return (from, Math.Min(_points - from, LeafPoints));
    }

    private double PushLeaf(int leaf, Bodies bodies, Vector2[] pushes)
    {
        Span<float> pushX = stackalloc float[LeafPoints], pushY = stackalloc float[LeafPoints], weights = stackalloc float[LeafPoints];
        bodies.Clear();
        Collect(1, _nodes[_firstLeaf + leaf], bodies);
        int start = leaf * LeafPoints;
        Repulsion.Of(_x.AsSpan(start, LeafPoints), _y.AsSpan(start, LeafPoints), bodies, pushX, pushY, weights);
        double sum = 0;
        var (from, count) = Leaf(leaf);
        for (int i = 0; i < count; i++)
        {
            pushes[_order[from + i]] = new Vector2(pushX[i], pushY[i]);
            sum += weights[i];
        }
        return sum;
    }

    private void Collect(int index, in PlaneNode leaf, Bodies bodies)
    {
        ref readonly var node = ref _nodes[index];
        if (node.Mass == 0)
            return;
        if (node.Width * node.Width < _squaredWidth * leaf.SquaredDistance(node.MeanX, node.MeanY))
        {
            bodies.Add(node.MeanX, node.MeanY, node.Mass);
        }
        else if (index >= _firstLeaf)
        {
            var (from, count) = Leaf(index - _firstLeaf);
            bodies.Add(_x.AsSpan(from, count), _y.AsSpan(from, count));
        }
        else
        {
            Collect(2 * index, leaf, bodies);
            Collect(2 * index + 1, leaf, bodies);
        }
    }
}
