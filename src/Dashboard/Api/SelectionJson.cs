using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Selections;
using Segmentation.Quality;

namespace Dashboard.Api;

public sealed record NumberRange(int From = 1, int To = SelectionRequest.UsualTo);

public sealed record SelectionJson(
    int Id, int DatasetId, int DatasetVersion, string Status, double Progress, string Stage, string? Error, IReadOnlyList<Feature> Features, IReadOnlyList<DerivedFeature> Derived, string Scaling, NumberRange Clusters, int MinPoints, int Seed,
    long? DurationMs, int RowsUsed, int RowsLeftOut, int RowsSampled, IReadOnlyList<ScoreJson> Scores, Votes? Votes, int? Advised, StructureKind? Structure, string? Verdict, Hopkins? Hopkins, DensityJson? Density)
{
    public static SelectionJson Of(Selection selection)
    {
        var (settings, found) = (SelectionSettings.Of(selection), SelectionFindings.Of(selection));
        return new(selection.Id, selection.DatasetId, selection.DatasetVersion, StatusOf(selection), Math.Round(selection.Progress, 4), selection.Stage, selection.Error,
            settings.Wish.Features, settings.Wish.Derived ?? [], settings.Wish.Scaling.ToString().ToLowerInvariant(), new(settings.From, settings.To), settings.Wish.MinPoints, settings.Wish.Seed,
            selection.DurationMs, found?.RowsUsed ?? 0, found?.RowsLeftOut ?? 0, found?.Sampled ?? 0, [.. (found?.Scores ?? []).Select(ScoreJson.Of)],
            found?.Votes, found?.Advised, found?.Structure, found is null ? null : SelectionVerdict.Of(found).Text, found?.Hopkins,
            found?.Density is { } density ? new(density.Epsilon, density.MinPoints, density.Rows, density.Grid) : null);
    }

    public static Accepted Accepted(Selection selection) =>
        new(selection.Id, StatusOf(selection), new() { ["self"] = $"/api/v1/selections/{selection.Id}", ["page"] = $"/selections/{selection.Id}" });

    private static string StatusOf(Selection selection) => selection.Status.ToString().ToLowerInvariant();
}

/// <summary>Stability is the mean over the segments of how well each came back, leastStable that of the weakest.</summary>
public sealed record ScoreJson(
    int K, double Wcss, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin, double Gap, double GapError, double Stability, double LeastStable, int Smallest)
{
    public static ScoreJson Of(NumberScore s) => new(
        s.K, s.Wcss, s.Silhouette, s.CalinskiHarabasz, s.DaviesBouldin, s.Gap, s.GapError, s.MeanStability, s.LeastStable, s.Smallest);
}

public sealed record DensityJson(double Epsilon, int MinPoints, int Rows, IReadOnlyList<DensityCell> Grid);
