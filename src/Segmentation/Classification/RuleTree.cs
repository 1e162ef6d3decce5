using System.Numerics;
using Segmentation.Profiles;

namespace Segmentation.Classification;

/// <summary>
/// A segmentation told in short rules by a small tree of cuts at round numbers: one rule per segment in order, scored over all
/// rows, and the share of rows held out of the growing that the tree puts where they belong (null when there were none).
/// </summary>
public sealed record RuleTree(IReadOnlyList<SegmentRule> Rules, double? Agreement)
{
    private const int Parts = 10;
    private const int HeldOut = 3;
    private const int UsualDepth = 3;
    private const int RowsPerPiece = 1 << 14;

    /// <summary>An expression of standard SQL that numbers a row's segment from 0, NULL where no rule takes it.</summary>
    public string Sql
    {
        get
        {
            var told = Rules.Where(rule => rule.Alternatives.Count > 0).ToList();
            return told.Count == 0 ? "NULL" : $"CASE {string.Join(' ', told.Select(rule => $"WHEN {rule.Sql} THEN {rule.Segment}"))} END";
        }
    }

    /// <summary>
    /// Grows on seven tenths of the rows by the twoing criterion, to at most <paramref name="depth"/> cuts in a row and twice as
    /// many leaves as segments; a cut that puts fewer than one row in a hundred right is left out. Unless given the depth is three,
    /// and beyond eight segments what a leaf for each takes. Features are in original units, without missing values; labels are
    /// row-aligned, -1 is in no segment and gets no rule. A segment to which no leaf falls gets a rule without alternatives.
    /// The same seed gives the same rules whatever the threads. O(rows · features · (depth + log rows)).
    /// </summary>
    /// <exception cref="NotFiniteValueException">A value is missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RuleTree Fit(IReadOnlyList<NumberColumn> features, int[] labels, int? depth = null, int seed = 42, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features.Count, 1, nameof(features));
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Length, 1, nameof(labels));
        ArgumentOutOfRangeException.ThrowIfNegative(depth ?? 0, nameof(depth));
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Min(), -1, nameof(labels));
        var data = Matrix.FromColumns([.. features.Select(feature => feature.Values)]);
        ArgumentOutOfRangeException.ThrowIfNotEqual(labels.Length, data.Rows, nameof(labels));
        var (grown, held) = Divided(labels, seed);
        int segments = ClusterSizes.Clusters(labels);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(segments, ushort.MaxValue, nameof(labels));
        int deepest = depth ?? Math.Max(UsualDepth, BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)segments)));
        var root = new RuleGrowth(features, labels, new Bins(data, threads, cancellation), segments, deepest, cancellation).Grow(grown);
        int[] found = Found(root, features, labels.Length, threads, cancellation);
        return new RuleTree(
            [.. Enumerable.Range(0, segments).Select(segment => Rule(segment, root, features, labels, found, cancellation))],
            held.Length == 0 ? null : held.Average(row => found[row] == labels[row] ? 1.0 : 0));
    }

    private static (int[] Grown, int[] Held) Divided(int[] labels, int seed)
    {
        if (labels.Length < Parts)
            return ([.. Enumerable.Range(0, labels.Length)], []);
        var parts = StratifiedFolds.Deal(labels, Parts, seed).Index().ToLookup(row => row.Item < HeldOut, row => row.Index);
        return ([.. parts[false]], [.. parts[true]]);
    }

    private static int[] Found(RuleNode root, IReadOnlyList<NumberColumn> features, int rows, int threads, CancellationToken cancellation)
    {
        var found = new int[rows];
        Workers.Run((rows + RowsPerPiece - 1) / RowsPerPiece, threads, piece =>
        {
            for (int row = piece * RowsPerPiece; row < Math.Min(rows, (piece + 1) * RowsPerPiece); row++)
                found[row] = root.Leaf(feature => features[feature].Values[row]).Segment;
        }, cancellation);
        return found;
    }

    private static SegmentRule Rule(int segment, RuleNode root, IReadOnlyList<NumberColumn> features, int[] labels, int[] found, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var conditions = Leaves(root, []).Where(leaf => leaf.Segment == segment)
            .Select(leaf => (IReadOnlyList<Condition>)[.. leaf.Bounds.OrderBy(bound => bound.Key).Select(bound => new Condition(features[bound.Key], bound.Value.AtLeast, bound.Value.Below))]);
        int rows = found.Count(other => other == segment);
        int hits = found.Zip(labels).Count(row => row.First == segment && row.Second == segment);
        return new SegmentRule(segment, [.. conditions], rows, hits, labels.Count(label => label == segment));
    }

    private static IEnumerable<(int Segment, Dictionary<int, (double? AtLeast, double? Below)> Bounds)> Leaves(RuleNode node, Dictionary<int, (double? AtLeast, double? Below)> bounds)
    {
        if (node.Below is null)
            return [(node.Segment, bounds)];
        var (atLeast, below) = bounds.GetValueOrDefault(node.Feature);
        return Leaves(node.Below, new(bounds) { [node.Feature] = (atLeast, node.Cut) })
            .Concat(Leaves(node.AtLeast!, new(bounds) { [node.Feature] = (node.Cut, below) }));
    }
}
