using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Selections;

/// <summary>What advice is wanted on: a run without its number of segments, and the numbers to try, both ends included.</summary>
public sealed record SelectionSettings(RunSettings Wish, int From, int To)
{
    private static readonly JsonSerializerOptions Format = new() { Converters = { new JsonStringEnumConverter() } };

    public static SelectionSettings Of(Selection selection) => JsonSerializer.Deserialize<SelectionSettings>(selection.Settings, Format)!;

    public string ToJson() => JsonSerializer.Serialize(this, Format);
}
