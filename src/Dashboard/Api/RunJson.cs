using System.Text.Json.Serialization;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Dashboard.Api;

public sealed record RunJson(
    int Id, int DatasetId, int DatasetVersion, string Name, string Status, double Progress, string Stage, string Algorithm, ParametersJson Parameters, IReadOnlyList<Feature> Features, IReadOnlyList<DerivedFeature> Derived,
    long? DurationMs, int RowsUsed, int RowsLeftOut, string? Error, MetricsJson? Metrics, IReadOnlyList<RunSegmentJson> Segments)
{
    public static RunJson Of(Run run)
    {
        var settings = RunSettings.FromJson(run.Settings);
        var found = run.Model is null ? null : RunModel.FromJson(run.Model);
        var isDone = run.Status == WorkStatus.Completed;
        return new(run.Id, run.DatasetId, run.DatasetVersion, run.Name, StatusOf(run), Math.Round(run.Progress, 4), run.Stage, run.Algorithm,
            ParametersJson.Of(settings, found), settings.Features, settings.Derived ?? [], run.DurationMs, run.RowsUsed, run.RowsLeftOut, run.Error,
            isDone ? new(run.Wcss, run.Silhouette, run.CalinskiHarabasz, run.DaviesBouldin, run.Noise, run.Iterations) : null,
            [.. run.Segments.OrderBy(s => s.IsNoise).ThenBy(s => s.Index).Select(s => RunSegmentJson.Of(s, found))]);
    }

    public static string StatusOf(Run run) => run.Status.ToString().ToLowerInvariant();

    public static Accepted Accepted(Run run) =>
        new(run.Id, StatusOf(run), new() { ["self"] = $"/api/v1/runs/{run.Id}", ["page"] = $"/runs/{run.Id}" });
}

/// <summary>As they were used: "auto" is replaced by what it came to once that is known.</summary>
public sealed record ParametersJson(string Scaling, int? K, int? Starts, double? Epsilon, int? MinPoints, int Seed,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MinClusterSize, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Covariance)
{
    public static ParametersJson Of(RunSettings s, RunModel? found)
    {
        var isByDensity = s.Algorithm is Algorithms.Dbscan or Algorithms.Hdbscan;
        return new(Name(s), isByDensity ? null : s.K ?? found?.K, isByDensity ? null : s.Starts, s.Epsilon ?? found?.Epsilon, isByDensity ? s.MinPoints : null, s.Seed,
            s.MinClusterSize ?? found?.MinClusterSize, s.Algorithm == Algorithms.Mixture ? (s.Covariance ?? CovarianceShape.Full).ToString().ToLowerInvariant() : null);
    }

    private static string Name(RunSettings s) => s.Scaling.ToString().ToLowerInvariant();
}

public sealed record MetricsJson(double? Wcss, double? Silhouette, double? CalinskiHarabasz, double? DaviesBouldin, int? Noise, int? Iterations);

public sealed record RunSegmentJson(int Id, int Index, string Name, int Size, double Share, Dictionary<string, double> Means, double? Stability)
{
    public static RunSegmentJson Of(Segment s, RunModel? found) =>
        new(s.Id, s.Index, s.Name, s.Size, s.Share, MeansOf(s.ReadProfile()), found?.Evidence?.Segments.FirstOrDefault(e => e.Index == s.Index)?.Stability);

    internal static Dictionary<string, double> MeansOf(SegmentProfile profile) =>
        profile.Features.Where(f => double.IsFinite(f.Mean)).ToDictionary(f => f.Name, f => f.Mean);
}
