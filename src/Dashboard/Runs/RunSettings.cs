using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Predictions;
using Segmentation.Clustering;
using Segmentation.Scaling;

namespace Dashboard.Runs;

public static class Algorithms
{
    public const string KMeans = "kmeans";
    public const string Dbscan = "dbscan";
    public const string Hdbscan = "hdbscan";
    public const string Mixture = "mixture";
    public static readonly string[] All = [KMeans, Dbscan, Hdbscan, Mixture];

    /// <summary>Whether a distance to the middle of a segment says how clearly a customer belongs.</summary>
    public static bool IsByCentre(string algorithm) => algorithm is KMeans or Mixture;

    public static string Title(string algorithm) => algorithm switch
    {
        KMeans => "K-Means",
        Dbscan => "DBSCAN",
        Hdbscan => "HDBSCAN",
        _ => "Gaussian mixture",
    };
}

/// <summary>What a run is asked to do; null stands for "auto". Equal settings have equal JSON.</summary>
public sealed record RunSettings(
    string Algorithm,
    IReadOnlyList<Feature> Features,
    ScalingMethod Scaling = ScalingMethod.Standard,
    int? K = null,
    int Starts = 20,
    double? Epsilon = null,
    int MinPoints = 5,
    int Seed = 42,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<DerivedFeature>? Derived = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MinClusterSize = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CovarianceShape? Covariance = null)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static RunSettings FromJson(string json) => JsonSerializer.Deserialize<RunSettings>(json, Format)!;
}
