using System.Text.Json;
using Segmentation.Quality;

namespace Dashboard.Models;

/// <summary>How customers differ from those whom a run was made of. The last of Segments are those in none.</summary>
public sealed record DriftFindings(int Before, int After, IReadOnlyList<FeatureMove> Features, Move Mix, IReadOnlyList<ShareMove> Segments, Move Unlike, double UnlikeShare, double UnlikeExpected)
{
    /// <summary>Of fewer customers nothing can be said.</summary>
    public const int Fewest = 20;

    public bool IsTooFew => After < Fewest;

    /// <summary>All that was looked at; fewer customers than can be told from count as unmoved.</summary>
    public IEnumerable<Move> All => [.. Features.Select(f => f.Move), Mix, Unlike];

    public bool HasMoved => All.Any(m => m.Size != DriftSize.None);

    public bool NeedsNewRun => All.Any(m => m.Size >= DriftSize.Clear);

    public static DriftFindings Of(DriftTally now)
    {
        var before = now.Baseline;
        var names = now.Placer.Preparation.Numbers.Concat(now.Placer.Preparation.Categories.Select(c => c.Name)).ToList();
        double cases = now.Segments[..^1].Sum(), expected = Expected(before);
        List<Drift> drifts =
        [
            .. before.Numbers.Zip(now.Numbers, Drift.OfNumbers), .. before.Words.Zip(now.Words, Drift.OfCounts),
            Drift.OfCounts(before.Segments, now.Segments), Drift.OfShare(now.Unlike, (int)cases, expected),
        ];
        var sizes = now.Customers < Fewest ? new DriftSize[drifts.Count] : Drift.Judge(drifts);
        double? Mean(IReadOnlyList<BinnedSample> numbers, int j) => j < numbers.Count && numbers[j].Count > 0 ? numbers[j].Mean : null;
        Move MoveOf(int at) => new(sizes[at], drifts[at].Index?.Index, drifts[at].Index?.ByChance, drifts[at].PValue);
        return new(before.Customers, now.Customers, [.. names.Select((name, j) => new FeatureMove(name, Mean(before.Numbers, j), Mean(now.Numbers, j), MoveOf(j)))],
            MoveOf(names.Count), [.. before.Segments.Zip(now.Segments, (b, n) => new ShareMove((double)b / Math.Max(1, before.Customers), (double)n / Math.Max(1, now.Customers)))],
            MoveOf(names.Count + 1), cases == 0 ? 0 : now.Unlike / cases, expected);
    }

    /// <summary>
    /// Of new customers of the same kind, each of d numbers lies outside of the range of n earlier ones in 2 of n + 1 cases, and 1 % of a segment lie
    /// beyond what 99 % of its customers reach, where it is small one of its size + 1.
    /// </summary>
    private static double Expected(ModelBaseline before) =>
        Math.Min(1, 0.01 + (2.0 * before.Numbers.Count + before.Segments.Length - 1) / (before.Customers + 1));

    public string ToJson() => JsonSerializer.Serialize(this);

    public static DriftFindings FromJson(string json) => JsonSerializer.Deserialize<DriftFindings>(json)!;
}

/// <summary>Index is null where shares were compared by hand.</summary>
public sealed record Move(DriftSize Size, double? Index, double? ByChance, double PValue);

/// <summary>Means are null for words.</summary>
public sealed record FeatureMove(string Name, double? Before, double? After, Move Move);

public sealed record ShareMove(double Before, double After);
