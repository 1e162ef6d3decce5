using System.Text.Json;
using Segmentation.Quality;
using Segmentation.Scaling;

namespace Dashboard.Runs;

/// <summary>What a run found: the values chosen for "auto", how to scale a customer, the centres, and how other numbers of clusters scored.</summary>
public sealed record RunModel(int? K, double? Epsilon, Scaler Scaler, double[][] Centres, IReadOnlyList<SweepStep> Sweep, int? Knee, int SweptRows)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static RunModel FromJson(string json) => JsonSerializer.Deserialize<RunModel>(json)!;
}
