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
    public static string? WhyNot(PlacingRun model) => model.Placer.Placer is Learned ? PlacerSql.NotLearned : model.Placer.Placer is NearestNeighbour { Rows.Rows: > PlacerSql.MostCores } near
        ? $"This model is {near.Rows.Rows:N0} customers, and a file holds {PlacerSql.MostCores:N0} at most. Place customers by the API, or run K-Means on the same features for a model that is short."
        : null;

    /// <summary>The content of such a file, once its format, version and checksum are as they should be.</summary>
    /// <exception cref="ModelRefused">They are not; the message says which.</exception>
    internal static ModelContent Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.GetString() != Format)
            {
                throw new ModelRefused("This is no model file of this dashboard. Download one with “As a file (JSON)” on the page Models.");
            }
            if (root.GetProperty("formatVersion").GetInt32() is var version and not Version)
            {
                throw new ModelRefused($"The file is written in version {version} of the format; this site reads version {Version}. Download the model again from a site of the same age.");
            }
            var content = root.GetProperty("content").GetRawText();
            return root.GetProperty("sha256").GetString() != Checksum(content)
                ? throw new ModelRefused("The file was changed since it was written: its checksum does not fit. Download it again.")
                : JsonSerializer.Deserialize<ModelContent>(content, Style)!;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ModelRefused("The file cannot be read: it is no whole JSON, or lacks a part. Download it again.");
        }
    }

    /// <summary>One line. The checksum is of the content as it stands there, so that a reader needs no rule for writing numbers.</summary>
    public static string Write(PlacingRun model)
    {
        var content = JsonSerializer.Serialize(ModelContent.Of(model), Style);
        return $$"""{"format":"{{Format}}","formatVersion":{{Version}},"sha256":"{{Checksum(content)}}","content":{{content}}}""" + "\n";
    }

    private static string Checksum(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
