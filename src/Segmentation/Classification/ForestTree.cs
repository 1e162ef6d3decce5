using System.Runtime.InteropServices;

namespace Segmentation.Classification;

/// <summary>One tree of a forest, grown on a bootstrap sample until its leaves are pure or nothing tells their rows apart.</summary>
internal sealed class ForestTree
{
    private readonly Bins _bins;
    private readonly int[] _codes;
    private readonly int _tried;
    private readonly SplitMix _random;
    private readonly CancellationToken _cancellation;
    private readonly ClassSplit _split;
    private readonly int[] _rows;
    private readonly int[] _aside;
    private readonly long[] _totals;
    private readonly int[] _columns;

    /// <summary>The columns tried for each cut are so many of those that have more than one value in the node.</summary>
    public ForestTree(Bins bins, int[] labels, int classes, int tried, SplitMix random, CancellationToken cancellation)
    {
        (_bins, _tried, _random, _cancellation) = (bins, tried, random, cancellation);
        (_codes, _rows) = Bootstrap(labels, random);
        _split = new ClassSplit(bins, _codes, classes, SplitScore.Gini);
        _aside = new int[_rows.Length];
        _totals = new long[classes];
        _columns = [.. Enumerable.Range(0, bins.Columns)];
        Leaves = [.. Enumerable.Range(0, classes * classes).Select(i => i / classes == i % classes ? 1.0 : 0)];
        Grow();
    }

    public List<TreeNode> Nodes { get; } = [];

    /// <summary>Leaf by leaf the share of each class; the first are the pure ones, which many trees have in common.</summary>
    public List<double> Leaves { get; }

    // How often each row is drawn is its weight; rows never drawn are left out.
    private static (int[] Codes, int[] Rows) Bootstrap(int[] labels, SplitMix random)
    {
        var drawn = new int[labels.Length];
        for (int i = 0; i < drawn.Length; i++)
            drawn[random.NextBelow(drawn.Length)]++;
        int[] rows = new int[drawn.Count(times => times > 0)];
        for (int i = 0, next = 0; i < drawn.Length; i++)
        {
            if (drawn[i] > 0)
                rows[next++] = i;
            drawn[i] = ClassSplit.Encode(drawn[i], labels[i]);
        }
        return (drawn, rows);
    }

    private void Grow()
    {
        var open = new Stack<(int Start, int Length, int Node)>();
        Nodes.Add(default);
        open.Push((0, _rows.Length, 0));
        while (open.TryPop(out var part))
        {
            _cancellation.ThrowIfCancellationRequested();
            var rows = _rows.AsSpan(part.Start, part.Length);
            int only = CountClasses(rows);
            if (only >= 0 || !FindSplit(rows, out var split))
            {
                Nodes[part.Node] = TreeNode.Leaf(only >= 0 ? only : AddLeaf());
                continue;
            }
            int below = RowPartition.Divide(rows, _bins.Cells(split.Column), split.Bin, _aside), next = Nodes.Count;
            Nodes[part.Node] = new TreeNode(split.Column, _bins.Cut(split.Column, split.Bin, split.Later), next);
            CollectionsMarshal.SetCount(Nodes, next + 2);
            open.Push((part.Start + below, part.Length - below, next + 1));
            open.Push((part.Start, below, next));
        }
    }

    /// <summary>Fills the totals; the class of all rows when there is only one, else -1.</summary>
    private int CountClasses(ReadOnlySpan<int> rows)
    {
        Array.Clear(_totals);
        int[] codes = _codes;
        int first = codes[rows[0]] & 0xFFFF, mixed = 0;
        foreach (int row in rows)
        {
            var (weight, label) = ClassSplit.Decode(codes[row]);
            _totals[label] += weight;
            mixed |= label ^ first;
        }
        return mixed == 0 ? first : -1;
    }

    private bool FindSplit(ReadOnlySpan<int> rows, out Split best)
    {
        best = new Split(-1, 0, 0, double.NegativeInfinity);
        for (int chosen = 0, useful = 0; chosen < _columns.Length && useful < _tried; chosen++)
        {
            int other = chosen + _random.NextBelow(_columns.Length - chosen);
            (_columns[chosen], _columns[other]) = (_columns[other], _columns[chosen]);
            if (_split.Try(_columns[chosen], rows, _totals, ref best))
                useful++;
        }
        return best.Column >= 0;
    }

    private int AddLeaf()
    {
        double all = _totals.Sum();
        Leaves.AddRange(_totals.Select(total => total / all));
        return Leaves.Count / _totals.Length - 1;
    }
}
