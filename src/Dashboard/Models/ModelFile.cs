using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Models;

/// <summary>The model of a run as a file of JSON for programs of others, with a version and a checksum.</summary>
public static class ModelFile
{
    public const string Format = "customer segments";
    public const int Version = 1;

    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Why there is no such file; null when there is.</summary>
    public static string? WhyNot(PlacingRun model) => model.Placer.Placer is NearestNeighbour { Rows.Rows: > PlacerSql.MostCores } near
        ? $"This model is {near.Rows.Rows:N0} customers, and a file holds {PlacerSql.MostCores:N0} at most. Place customers by the API, or run K-Means on the same features for a model that is short."
        : null;

    /// <summary>One line. The checksum is of the content as it stands there, so that a reader needs no rule for writing numbers.</summary>
    public static string Write(PlacingRun model)
    {
        var content = JsonSerializer.Serialize(ModelContent.Of(model), Style);
        return $$"""{"format":"{{Format}}","formatVersion":{{Version}},"sha256":"{{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}}","content":{{content}}}""" + "\n";
    }
}
