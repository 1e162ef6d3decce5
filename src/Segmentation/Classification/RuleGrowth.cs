using Segmentation.Profiles;

namespace Segmentation.Classification;

/// <summary>Grows a rule tree: the cut that gains most comes first, is moved to a round number, and the parts are what that leaves of them.</summary>
internal sealed class RuleGrowth(IReadOnlyList<NumberColumn> features, int[] labels, Bins bins, int segments, int depth, CancellationToken cancellation)
{
    // A reader takes 70 for 68.9 gladly, 100 would be another customer.
    private const int StepsOfRange = 100;

    // The share of rows that a further condition must put right to be worth reading.
    private const double LeastGain = 0.01;

    // Rows in no segment are one class more.
    private readonly int[] _codes = Array.ConvertAll(labels, label => ClassSplit.Encode(1, label < 0 ? segments : label));
    private readonly double[] _finest = [.. features.Select(feature => (feature.Values.Max() - feature.Values.Min()) / StepsOfRange)];

    public RuleNode Grow(int[] rows)
    {
        var root = Node(rows, 0);
        var open = new PriorityQueue<(RuleNode Node, Split Split), double>();
        Offer(root, open);
        for (int leaves = 1; leaves < 2 * segments && open.TryDequeue(out var next, out _);)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Divide(next.Node, next.Split))
                continue;
            Offer(next.Node.Below!, open);
            Offer(next.Node.AtLeast!, open);
            leaves++;
        }
        var sizes = Totals(rows);
        root.Prune(node => IsWorth(node, rows.Length, sizes));
        return root;
    }

    // A cut between leaves of one segment tells nothing; another must put enough rows right, or tell of a segment for the first time.
    private bool IsWorth(RuleNode node, int rows, long[] sizes)
    {
        RuleNode below = node.Below!, atLeast = node.AtLeast!;
        return below.Segment != atLeast.Segment
            && (below.Hits + atLeast.Hits - node.Hits >= LeastGain * rows || TellsOf(below) || TellsOf(atLeast));

        bool TellsOf(RuleNode leaf) => leaf.Segment != node.Segment && 2 * leaf.Hits >= sizes[leaf.Segment < 0 ? segments : leaf.Segment];
    }

    private void Offer(RuleNode node, PriorityQueue<(RuleNode, Split), double> open)
    {
        var totals = Totals(node.Rows);
        var best = new Split(-1, 0, 0, 0);
        var split = new ClassSplit(bins, _codes, segments + 1, SplitScore.Twoing);
        for (int j = 0; node.Depth < depth && j < bins.Columns; j++)
        {
            cancellation.ThrowIfCancellationRequested();
            split.Try(j, node.Rows, totals, ref best);
        }
        if (best.Column >= 0)
            open.Enqueue((node, best), -best.Score);
    }

    private bool Divide(RuleNode node, Split split)
    {
        var (low, high) = bins.Gap(split.Column, split.Bin, split.Later);
        return Divide(node, split.Column, RoundNumber.Between(low, high, _finest[split.Column])) || Divide(node, split.Column, high);
    }

    private bool Divide(RuleNode node, int feature, double cut)
    {
        var values = features[feature].Values;
        var parts = node.Rows.ToLookup(row => values[row] < cut);
        int[] below = [.. parts[true]], atLeast = [.. parts[false]];
        if (below.Length == 0 || atLeast.Length == 0)
            return false;
        node.Divide(feature, cut, Node(below, node.Depth + 1), Node(atLeast, node.Depth + 1));
        return true;
    }

    private RuleNode Node(int[] rows, int level)
    {
        var totals = Totals(rows);
        int most = Array.IndexOf(totals, totals.Max());
        return new RuleNode(rows, most == segments ? -1 : most, (int)totals[most], level);
    }

    private long[] Totals(int[] rows)
    {
        var totals = new long[segments + 1];
        foreach (int row in rows)
            totals[ClassSplit.Decode(_codes[row]).Class]++;
        return totals;
    }
}
