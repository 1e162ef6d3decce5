using System.Text.Json;
using Dashboard.Predictions;
using Segmentation.Clustering;
using Segmentation.Profiles;
using Segmentation.Quality;
using Segmentation.Scaling;

namespace Dashboard.Runs;

/// <summary>What a run found: the values chosen for "auto", how a customer becomes a point, the centres, and how other numbers of clusters scored.</summary>
public sealed record RunModel(
    int? K, double? Epsilon, Scaler Scaler, double[][] Centres, IReadOnlyList<SweepStep> Sweep, int? Knee, int SweptRows,
    IReadOnlyList<CodedCategory>? Categories = null, Mixture? Mixture = null, int? MinClusterSize = null, Familiarity? Familiarity = null, RunEvidence? Evidence = null)
{
    public Preparation PreparationFor(RunSettings settings) =>
        new([.. settings.Features.Select(f => f.Name).Except((Categories ?? []).Select(c => c.Name))], Categories ?? [], Scaler);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static RunModel FromJson(string json) => JsonSerializer.Deserialize<RunModel>(json)!;
}
