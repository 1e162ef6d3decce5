using System.Text.Json;
using System.Text.Json.Serialization;
using Segmentation.Scaling;

namespace Dashboard.Runs;

public static class Algorithms
{
    public const string KMeans = "kmeans";
    public const string Dbscan = "dbscan";
    public static readonly string[] All = [KMeans, Dbscan];

    public static string Title(string algorithm) => algorithm == KMeans ? "K-Means" : "DBSCAN";
}

/// <summary>What a run is asked to do; null stands for "auto". Equal settings have equal JSON.</summary>
public sealed record RunSettings(
    string Algorithm,
    IReadOnlyList<string> Features,
    ScalingMethod Scaling = ScalingMethod.Standard,
    int? K = null,
    int Starts = 20,
    double? Epsilon = null,
    int MinPoints = 5,
    int Seed = 42)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static RunSettings FromJson(string json) => JsonSerializer.Deserialize<RunSettings>(json, Format)!;
}
