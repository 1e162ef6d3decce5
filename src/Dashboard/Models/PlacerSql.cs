using Dashboard.Predictions;
using static Dashboard.Models.SqlText;

namespace Dashboard.Models;

/// <summary>The steps from a point to its segment, by each kind of placer. The last one is called <see cref="Placed"/>.</summary>
internal static class PlacerSql
{
    public const string Placed = "segment_placed";

    /// <summary>More columns than databases like in one table, or deeper expressions.</summary>
    public const int MostColumns = 900;

    /// <summary>Each customer is compared with each of these, which takes a database long.</summary>
    public const int MostCores = 2_000;

    public static string? WhyNot(Placer placer, int dimensions) => placer switch
    {
        NearestCentre byCentre when Math.Max(byCentre.Centres.Count, dimensions) > MostColumns => TooWide,
        MostProbable mixture when mixture.Segments * dimensions > MostColumns => TooWide,
        NearestNeighbour { Rows.Rows: > MostCores } near =>
            $"This model is {near.Rows.Rows:N0} customers in dense places, and SQL compares with {MostCores:N0} at most. Place customers by the API, or run K-Means on the same features for a model that is short.",
        Learned => NotLearned,
        _ => null,
    };

    public const string NotLearned = "A trained classifier places these customers, which is no formula. Take it along as classifier.json, or let the segmentation’s own method place customers again.";

    private const string TooWide = "This model has too many segments or features to be written as SQL. Place customers by the API instead.";

    public static IEnumerable<string> Steps(Placer placer) => placer switch
    {
        NearestCentre byCentre => ByCentre(byCentre.Centres),
        MostProbable mixture => ByDensity(mixture),
        NearestNeighbour near => ByNeighbour(near),
        _ => throw new ArgumentOutOfRangeException(nameof(placer)),
    };

    /// <summary>Squares are added in the order of the columns, as in memory, so that ties fall alike.</summary>
    private static IEnumerable<string> ByCentre(IReadOnlyList<double[]> centres) =>
    [
        Step("segment_distances", PointSql.Points, centres.Select((centre, c) => $"{Square(centre.Select((x, j) => $"z{j} - {Number(x)}"))} AS d{c}")),
        Step(Placed, "segment_distances", [First("d", centres.Count, "<=")]),
    ];

    private static IEnumerable<string> ByDensity(MostProbable placer)
    {
        var (means, parts) = (placer.Mixture.Means, placer.Mixture.LogDensities().Take(placer.Segments).ToList());
        return
        [
            Step("segment_whitened", PointSql.Points, parts.SelectMany((part, c) => means[c].Select((_, row) => $"{Whitened(part.Triangle, means[c], row)} AS y{c}_{row}"))),
            Step("segment_densities", "segment_whitened", parts.Select((part, c) => $"{Number(part.Constant)} - 0.5 * ({Square(means[c].Select((_, row) => $"y{c}_{row}"))}) AS l{c}")),
            Step(Placed, "segment_densities", [First("l", parts.Count, ">=")]),
        ];
    }

    /// <summary>A row of W (z - mean); row i of the triangle begins at i (i + 1) / 2.</summary>
    private static string Whitened(double[] triangle, double[] mean, int row) =>
        string.Join(" + ", Enumerable.Range(0, row + 1).Select(j => $"(z{j} - {Number(mean[j])}) * {Number(triangle[row * (row + 1) / 2 + j])}"));

    private static IEnumerable<string> ByNeighbour(NearestNeighbour placer)
    {
        if (placer.Rows is not { } rows)
        {
            return [Step(Placed, PointSql.Points, ["CAST(NULL AS INTEGER) AS segment"])];
        }
        var cores = rows.InOrder().ToList();
        string[] axes = [.. cores[0].Point.Select((_, j) => $"x{j}")];
        var square = Square(axes.Select((x, j) => $"p.z{j} - c.{x}"));
        var within = double.IsFinite(placer.Reach) ? $"SQRT(square) <= {Number(placer.Reach)}" : "square IS NOT NULL";
        return
        [
            $"segment_list(place, segment, {string.Join(", ", axes)}) AS (VALUES\n  {string.Join(",\n  ", cores.Select((core, i) => $"({i}, {core.Label}, {string.Join(", ", core.Point.Select(Number))})"))}\n)",
            $"segment_cores AS MATERIALIZED (\n  SELECT place, segment, {string.Join(", ", axes.Select(x => $"CAST({x} AS DOUBLE PRECISION) AS {x}"))} FROM segment_list\n)",
            Step(Placed, $"{PointSql.Points} AS p", [$"(SELECT NULLIF(segment, -1) FROM (SELECT c.place, c.segment, {square} AS square FROM segment_cores AS c) AS near WHERE {within} ORDER BY square, place LIMIT 1) AS segment"]),
        ];
    }

    private static string Square(IEnumerable<string> differences) => string.Join(" + ", differences.Select(d => $"({d}) * ({d})"));
}
