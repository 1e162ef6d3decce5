using Dashboard.Data;
using Dashboard.Predictions;
using Segmentation.Scaling;
using static Dashboard.Models.SqlText;

namespace Dashboard.Models;

/// <summary>The steps that make a customer a point z0, z1, …, as <see cref="Preparation"/> does, each coordinate NULL where it has no value.</summary>
internal sealed class PointSql(CustomerPlacer placer)
{
    public const string Points = "segment_points";

    // Beyond the middle between the largest float32 and the next power of two there is none to round to.
    private const string Largest = "3.4028235677973366E38";

    // 2^29 + 1: what is cut off is what a double has more than a float32 (Dekker, Numerische Mathematik 18, 1971).
    private const string Cut = "536870913.0";

    private readonly Preparation _preparation = placer.Preparation;

    private int Numbers => _preparation.Numbers.Count;

    public IEnumerable<string> Steps(string table, string key) =>
    [
        Step("segment_values", Name(table), Values(), $"{Name(key)} AS customer"),
        Step("segment_features", "segment_values", [.. placer.Source.Sql([.. placer.Numbers.Select((_, i) => $"v{i}")]).Select((sql, i) => $"{sql} AS f{i}"), .. Words().Select(w => w.As)]),
        Step("segment_scaled", "segment_features", Enumerable.Range(0, Numbers).Select(j => Scaled(Logged(j), j)).Concat(Coded())),
        Step(Points, "segment_scaled", Enumerable.Range(0, _preparation.Dimensions).Select(j => $"CASE WHEN ABS(s{j}) < {Largest} THEN s{j} * {Cut} - (s{j} * {Cut} - s{j}) END AS z{j}")),
    ];

    private IEnumerable<string> Values() =>
    [
        .. placer.Numbers.Select((column, i) => $"CAST({Name(column.Name)} AS DOUBLE PRECISION) AS v{i}"),
        .. placer.Words.Select((column, i) => $"NULLIF(TRIM(CAST({Name(column.Name)} AS TEXT)), '') AS w{i}"),
    ];

    private IEnumerable<(string As, CodedCategory Category)> Words() => _preparation.Categories.Select((category, i) => ($"w{i}", category));

    private string Logged(int j) => _preparation.Scaler.Logs?[j] != true ? $"f{j}"
        : $"CASE WHEN f{j} <= -1 THEN NULL WHEN 1.0 + f{j} = 1.0 THEN f{j} ELSE LN(1.0 + f{j}) * (f{j} / ((1.0 + f{j}) - 1.0)) END";

    private string Scaled(string sql, int j) => $"({sql} - {Number(_preparation.Scaler.Offsets[j])}) / {Number(_preparation.Scaler.Factors[j])} AS s{j}";

    /// <summary>A word that the run has not seen has no place, unless there were too many words to tell all apart.</summary>
    private IEnumerable<string> Coded()
    {
        var j = Numbers;
        foreach (var (word, category) in Words())
        {
            var known = category.Code.Values.Length < OneHot.MaxValues ? $"{word} IN ({string.Join(", ", category.Code.Values.Select(Word))})" : $"{word} IS NOT NULL";
            foreach (var value in category.Code.Values)
            {
                yield return Scaled($"CASE WHEN {word} = {Word(value)} THEN 1.0 WHEN {known} THEN 0.0 END", j++);
            }
        }
    }
}
