using Charts;
using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>Some segments of a run beside each other, what differs most first.</summary>
public sealed record SegmentComparison(IReadOnlyList<Segment> Segments, IReadOnlyList<ComparedLine> Lines)
{
    public const int Most = 4;
    private const int MostWords = 20;

    /// <summary>A word that is about as frequent in all of them is not worth a line (Cohen 1988: a small effect).</summary>
    private const double Notable = 0.2;

    public static SegmentComparison Of(IReadOnlyList<Segment> segments)
    {
        var (profiles, cells) = (segments.Select(s => s.ReadProfile()).ToList(), SmallCells.Of(segments[0].Run));
        var numbers = profiles[0].Features.Select(f => OfNumber([.. profiles.Select(p => p.Features.Single(other => other.Name == f.Name))]));
        var words = profiles.SelectMany(p => p.Categories.SelectMany(c => c.Shares.Select(s => (c.Name, c.Label, s.Value)))).Distinct()
            .Select(word => OfWord(word.Name, word.Label, word.Value, profiles, cells)).Where(line => line.Apart >= Notable).OrderByDescending(line => line.Apart).Take(MostWords);
        return new(segments, [.. numbers.Concat(words).OrderByDescending(line => line.Apart)]);
    }

    public Chart Beside() => RunCharts.Beside(Segments);

    /// <summary>What tells them apart best, in a sentence.</summary>
    public string Sentence => Lines.Count == 0 || Lines[0].Apart < Notable ? "They hardly differ in anything that is known of them."
        : $"They differ most in {Lines[0].Name}: {string.Join("; ", Segments.Zip(Lines[0].Values, (s, value) => $"{value} in “{s.Name}”"))}.";

    private static ComparedLine OfNumber(IReadOnlyList<FeatureProfile> features)
    {
        double[] means = [.. features.Where(f => f.Count > 0).Select(f => f.Mean)];
        var apart = means.Length < 2 || features[0].OverallStandardDeviation is not > 0 ? 0 : (means.Max() - means.Min()) / features[0].OverallStandardDeviation;
        return new(features[0].Label, features[0].Clustered, [.. features.Select(f => Figure.WithUnit(f.Mean, f.Unit))], [.. features.Select(f => f.Mean)], apart);
    }

    private static ComparedLine OfWord(string category, string label, string value, List<SegmentProfile> profiles, SmallCells cells)
    {
        var shares = profiles.Select(p => p.Categories.FirstOrDefault(c => c.Name == category)?.Shares.FirstOrDefault(s => s.Value == value)).ToList();
        bool IsTold(int i) => shares[i] is not null && !cells.Hides(profiles[i].Index, category, value);
        double[] told = [.. shares.Select((s, i) => IsTold(i) ? s!.Share : double.NaN)];
        double[] known = [.. told.Where(double.IsFinite)];
        return new($"{label}: {value}", false, [.. shares.Select((s, i) => IsTold(i) ? Figure.Share(s!.Share) : s is null ? "–" : "not told")], told,
            known.Length < 2 ? 0 : Effects.CohensH(known.Max(), known.Min()));
    }
}
