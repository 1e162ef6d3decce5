using System.Numerics;

namespace Segmentation.Neighbours;

/// <summary>The bounding box of every node of a k-d tree, and distances to them.</summary>
internal sealed class KdBoxes
{
    // A float32 distance may be off by a few parts in ten million, and has no digits where squares leave its range.
    private const double Surely = 0.99999;
    private const double Tiny = 1e-30;

    private readonly int _columns;
    private readonly float[] _bounds;

    public KdBoxes(Matrix rows, int leaves)
    {
        _columns = rows.Columns;
        FirstLeaf = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, leaves));
        _bounds = new float[2 * FirstLeaf * 2 * _columns];
        for (int node = 2 * FirstLeaf - 1; node >= FirstLeaf; node--)
            BoundLeaf(rows, node, (node - FirstLeaf) * KdTree.LeafRows);
        for (int node = FirstLeaf - 1; node >= 1; node--)
            Join(node);
    }

    /// <summary>The node of leaf 0; the root is node 1.</summary>
    public int FirstLeaf { get; }

    /// <summary>The squared distance from a point to the nearest spot of a box; infinite for a box without rows.</summary>
    public float SquaredDistance(ReadOnlySpan<float> point, int node)
    {
        float sum = 0;
        var low = Low(node);
        var high = High(node);
        for (int j = 0; j < point.Length; j++)
        {
            float gap = MathF.Max(0, MathF.Max(point[j] - high[j], low[j] - point[j]));
            sum += gap * gap;
        }
        return sum;
    }

    /// <summary>The squared distance between the nearest spots of two boxes; infinite when one has no rows.</summary>
    public float SquaredDistance(int a, int b)
    {
        float sum = 0;
        ReadOnlySpan<float> lowA = Low(a), highA = High(a), lowB = Low(b), highB = High(b);
        for (int j = 0; j < lowA.Length; j++)
        {
            float gap = MathF.Max(0, MathF.Max(lowA[j] - highB[j], lowB[j] - highA[j]));
            sum += gap * gap;
        }
        return sum;
    }

    /// <summary>Whether a box is at less than a squared distance from a point. Whole numbers are often just at the distance: there double decides.</summary>
    public bool IsNearer(ReadOnlySpan<float> point, int node, double squared)
    {
        float distance = SquaredDistance(point, node);
        return MayBeNearer(distance, squared) && (IsSurelyNearer(distance, squared) || SquaredInDouble(point, point, Low(node), High(node)) < squared);
    }

    /// <summary>Whether two boxes, whose float32 squared distance is known, are at less than one.</summary>
    public bool IsNearer(int a, int b, float distance, double squared) =>
        MayBeNearer(distance, squared) && (IsSurelyNearer(distance, squared) || SquaredInDouble(Low(a), High(a), Low(b), High(b)) < squared);

    private static bool MayBeNearer(float distance, double squared) => distance * Surely - Tiny < squared;

    private static bool IsSurelyNearer(float distance, double squared) => distance < squared * Surely - Tiny;

    // Column after column like the exact distances of rows, so that rounding cannot make a box farther than a row in it.
    private static double SquaredInDouble(ReadOnlySpan<float> lowA, ReadOnlySpan<float> highA, ReadOnlySpan<float> lowB, ReadOnlySpan<float> highB)
    {
        double sum = 0;
        for (int j = 0; j < lowA.Length; j++)
        {
            double gap = Math.Max(0, Math.Max((double)lowA[j] - highB[j], (double)lowB[j] - highA[j]));
            sum += gap * gap;
        }
        return sum;
    }

    private void BoundLeaf(Matrix rows, int node, int from)
    {
        Low(node).Fill(float.PositiveInfinity);
        High(node).Fill(float.NegativeInfinity);
        int to = Math.Min(rows.Rows, from + KdTree.LeafRows);
        for (int j = 0; j < _columns; j++)
        {
            var column = rows.Column(j);
            for (int i = from; i < to; i++)
            {
                Low(node)[j] = MathF.Min(Low(node)[j], column[i]);
                High(node)[j] = MathF.Max(High(node)[j], column[i]);
            }
        }
    }

    private void Join(int node)
    {
        for (int j = 0; j < _columns; j++)
        {
            Low(node)[j] = MathF.Min(Low(2 * node)[j], Low(2 * node + 1)[j]);
            High(node)[j] = MathF.Max(High(2 * node)[j], High(2 * node + 1)[j]);
        }
    }

    private Span<float> Low(int node) => _bounds.AsSpan(node * 2 * _columns, _columns);

    private Span<float> High(int node) => _bounds.AsSpan((node * 2 + 1) * _columns, _columns);
}
