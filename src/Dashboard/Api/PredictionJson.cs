using System.Text.Json;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Api;

/// <summary>Writes where customers belong; segments are named once for a whole batch.</summary>
internal sealed class PredictionJson(PlacingRun run, Utf8JsonWriter json)
{
    private static readonly JsonEncodedText SegmentName = JsonEncodedText.Encode("segment");
    private static readonly JsonEncodedText Second = JsonEncodedText.Encode("secondSegment");
    private static readonly JsonEncodedText Distance = JsonEncodedText.Encode("distance");
    private static readonly JsonEncodedText Margin = JsonEncodedText.Encode("margin");
    private static readonly JsonEncodedText ClearerThan = JsonEncodedText.Encode("clearerThan");
    private static readonly JsonEncodedText OutOfRange = JsonEncodedText.Encode("outOfRange");
    private static readonly JsonEncodedText NoteName = JsonEncodedText.Encode("note");
    private static readonly JsonEncodedText IdName = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText IndexName = JsonEncodedText.Encode("index");
    private static readonly JsonEncodedText NameName = JsonEncodedText.Encode("name");

    private readonly Dictionary<int, (int Id, JsonEncodedText Name)> _segments =
        run.Run.Segments.Where(s => !s.IsNoise).ToDictionary(s => s.Index, s => (s.Id, JsonEncodedText.Encode(s.Name)));

    /// <summary>With the point, a single customer is also told what would move them.</summary>
    public void Write(Placement placed, string? note, double[]? point)
    {
        json.WriteStartObject();
        Segment(SegmentName, placed.Segment);
        Number(Distance, placed.Distance);
        Segment(Second, placed.Second);
        Number(Margin, placed.Margin);
        Number(ClearerThan, placed.ClearerThan);
        json.WriteBoolean(OutOfRange, placed.OutOfRange);
        if (note is null)
        {
            json.WriteNull(NoteName);
        }
        else
        {
            json.WriteString(NoteName, note);
        }
        if (point is not null)
        {
            Switches(point);
        }
        json.WriteEndObject();
    }

    public void Error(string field, string message)
    {
        json.WriteStartObject();
        json.WriteString("error", message);
        json.WriteString("field", field);
        json.WriteEndObject();
    }

    private void Switches(double[] point)
    {
        json.WriteStartArray("wouldMove");
        foreach (var (feature, to, isBelow, segment) in run.Switches(point))
        {
            json.WriteStartObject();
            json.WriteString("feature", feature);
            json.WriteString("direction", isBelow ? "below" : "above");
            json.WriteNumber("value", to);
            Segment(SegmentName, segment);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Segment(JsonEncodedText property, int index)
    {
        if (!_segments.TryGetValue(index, out var segment))
        {
            json.WriteNull(property);
            return;
        }
        json.WriteStartObject(property);
        json.WriteNumber(IdName, segment.Id);
        json.WriteNumber(IndexName, index);
        json.WriteString(NameName, segment.Name);
        json.WriteEndObject();
    }

    private void Number(JsonEncodedText property, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(property, value);
        }
        else
        {
            json.WriteNull(property);
        }
    }
}
