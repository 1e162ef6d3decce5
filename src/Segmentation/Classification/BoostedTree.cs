using System.Runtime.InteropServices;
using Segmentation.Kernels;

namespace Segmentation.Classification;

/// <summary>How trees of a boosted model grow: Shrinkage times a leaf's best value is what it adds; Penalty and LeastCurvature keep leaves modest.</summary>
internal readonly record struct BoostingStyle(int Depth, double Shrinkage, double Penalty, double LeastCurvature);

/// <summary>
/// Grows one tree after the other to second-order gradients (Chen and Guestrin, KDD 2016): a cut's gain is the fall of the loss's
/// quadratic approximation. Of two children the smaller is summed up, the other is what remains of the parent.
/// </summary>
internal sealed class BoostedTree(Bins bins, byte[] cells, BoostingStyle style, CancellationToken cancellation)
{
    private const double LeastGain = 1e-6;

    private readonly int[] _rows = new int[bins.Rows];
    private readonly int[] _aside = new int[bins.Rows];
    private readonly Stack<double[]> _spare = new();
    private List<TreeNode> _nodes = [];
    private List<double> _leaves = [];
    private float[] _pairs = [];
    private double[] _scores = [];

    private readonly record struct Part(int Node, int Start, int Length, int Depth, double Gradient, double Curvature);

    private readonly record struct Cut(int Column, int Bin, double Gain, double Gradient, double Curvature);

    /// <summary>Grows a tree on pairs of gradient and curvature, one per row, and adds its leaves to the scores.</summary>
    public (List<TreeNode> Nodes, List<double> Leaves) Grow(float[] pairs, double[] scores)
    {
        (_nodes, _leaves, _pairs, _scores) = ([default], [], pairs, scores);
        for (int i = 0; i < _rows.Length; i++)
            _rows[i] = i;
        var (gradient, curvature) = GradientHistogram.Total(_rows, pairs);
        var root = new Part(0, 0, _rows.Length, 0, gradient, curvature);
        Grow(root, MayDivide(root) ? Histogram(root) : null);
        return (_nodes, _leaves);
    }

    /// <summary>Takes the histogram over; without one the part is a leaf.</summary>
    private void Grow(Part part, double[]? histogram)
    {
        cancellation.ThrowIfCancellationRequested();
        var cut = histogram is null ? default : Best(part, histogram);
        if (histogram is null || cut.Gain <= LeastGain)
        {
            MakeLeaf(part);
            GiveBack(histogram);
            return;
        }
        int length = RowPartition.Divide(_rows.AsSpan(part.Start, part.Length), bins.Cells(cut.Column), cut.Bin, _aside);
        if (length == 0 || length == part.Length)
        {
            // What rounding left in an empty bin looked like rows.
            MakeLeaf(part);
            GiveBack(histogram);
            return;
        }
        int next = _nodes.Count;
        _nodes[part.Node] = new TreeNode(cut.Column, bins.Cut(cut.Column, cut.Bin, cut.Bin + 1), next);
        CollectionsMarshal.SetCount(_nodes, next + 2);
        var below = new Part(next, part.Start, length, part.Depth + 1, cut.Gradient, cut.Curvature);
        var above = new Part(next + 1, part.Start + length, part.Length - length, part.Depth + 1, part.Gradient - cut.Gradient, part.Curvature - cut.Curvature);
        GrowBoth(below, above, histogram);
    }

    private void GrowBoth(Part below, Part above, double[] whole)
    {
        var (small, large) = below.Length <= above.Length ? (below, above) : (above, below);
        if (!MayDivide(small) && !MayDivide(large))
        {
            GiveBack(whole);
            MakeLeaf(small);
            MakeLeaf(large);
            return;
        }
        var part = Histogram(small);
        GradientHistogram.Subtract(whole, part);
        Grow(small, Kept(small, part));
        Grow(large, Kept(large, whole));
    }

    private double[]? Kept(Part part, double[] histogram)
    {
        if (MayDivide(part))
            return histogram;
        GiveBack(histogram);
        return null;
    }

    private bool MayDivide(Part part) => part.Depth < style.Depth && part.Length > 1 && part.Curvature >= 2 * style.LeastCurvature;

    private double[] Histogram(Part part)
    {
        if (_spare.TryPop(out var histogram))
            Array.Clear(histogram);
        else
            histogram = new double[bins.Columns * GradientHistogram.DoublesPerColumn];
        GradientHistogram.Add(_rows.AsSpan(part.Start, part.Length), _pairs, cells, bins.Columns, histogram);
        return histogram;
    }

    private void GiveBack(double[]? histogram)
    {
        if (histogram is not null)
            _spare.Push(histogram);
    }

    private void MakeLeaf(Part part)
    {
        double value = -style.Shrinkage * part.Gradient / (part.Curvature + style.Penalty);
        _nodes[part.Node] = TreeNode.Leaf(_leaves.Count);
        _leaves.Add(value);
        foreach (int row in _rows.AsSpan(part.Start, part.Length))
            _scores[row] += value;
    }

    private Cut Best(Part part, double[] histogram)
    {
        var best = new Cut(-1, 0, 0, 0, 0);
        double unsplit = part.Gradient * part.Gradient / (part.Curvature + style.Penalty);
        for (int j = 0; j < bins.Columns; j++)
            Best(part, j, histogram.AsSpan(j * GradientHistogram.DoublesPerColumn, 2 * bins.Count(j)), unsplit, ref best);
        return best;
    }

    private void Best(Part part, int column, ReadOnlySpan<double> sums, double unsplit, ref Cut best)
    {
        double gradient = 0, curvature = 0;
        for (int bin = 0; 2 * bin + 3 < sums.Length; bin++)
        {
            gradient += sums[2 * bin];
            curvature += sums[2 * bin + 1];
            double rest = part.Curvature - curvature;
            if (curvature < style.LeastCurvature)
                continue;
            if (rest < style.LeastCurvature)
                break;
            double other = part.Gradient - gradient, left = curvature + style.Penalty, right = rest + style.Penalty;
            double gain = (gradient * gradient * right + other * other * left) / (left * right) - unsplit;
            if (gain > best.Gain)
                best = new Cut(column, bin, gain, gradient, curvature);
        }
    }
}
