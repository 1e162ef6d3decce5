using System.Text.Json;
using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>A segment's profile as it lies in its row: the one source of its numbers for page, report, download and API.</summary>
public static class SegmentJson
{
    private static readonly JsonSerializerOptions Format = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static string Write(SegmentProfile profile) => JsonSerializer.Serialize(profile, Format);

    public static SegmentProfile ReadProfile(this Segment segment) => JsonSerializer.Deserialize<SegmentProfile>(segment.Profile, Format)!;
}
