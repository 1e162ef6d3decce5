using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Api;

/// <summary>Writes where customers belong. Of each answer little differs from the one before, so the rest stands ready as bytes.</summary>
internal sealed class PredictionJson(PlacingRun run, Utf8JsonWriter json)
{
    // A run is read anew once anything was written, so its names are those of now.
    private static readonly ConditionalWeakTable<Run, Dictionary<int, byte[]>> Known = [];
    private readonly Dictionary<int, byte[]> _segments = Known.GetValue(run.Run, SegmentsOf);
    private readonly ArrayBufferWriter<byte> _answer = new();

    /// <summary>With the point, a single customer is also told what would move them, and how likely each segment is where the algorithm knows.</summary>
    public void Write(Placement placed, string? note, double[]? point)
    {
        _answer.ResetWrittenCount();
        Segment("{\"segment\":"u8, placed.Segment);
        Number(",\"distance\":"u8, placed.Distance);
        Segment(",\"secondSegment\":"u8, placed.Second);
        Number(",\"margin\":"u8, placed.Margin);
        Number(",\"clearerThan\":"u8, placed.ClearerThan);
        _answer.Write(placed.OutOfRange ? ",\"outOfRange\":true,\"note\":"u8 : ",\"outOfRange\":false,\"note\":"u8);
        _answer.Write(note is null ? "null"u8 : JsonSerializer.SerializeToUtf8Bytes(note));
        if (point is not null)
        {
            Switches(point);
            Memberships(point);
        }
        _answer.Write("}"u8);
        json.WriteRawValue(_answer.WrittenSpan, skipInputValidation: true);
    }

    public void Error(string field, string message)
    {
        json.WriteStartObject();
        json.WriteString("error", message);
        json.WriteString("field", field);
        json.WriteEndObject();
    }

    private static Dictionary<int, byte[]> SegmentsOf(Run run) => run.Segments.Where(s => !s.IsNoise)
        .ToDictionary(s => s.Index, s => JsonSerializer.SerializeToUtf8Bytes(new { id = s.Id, index = s.Index, name = s.Name }));

    private void Switches(double[] point)
    {
        _answer.Write(",\"wouldMove\":["u8);
        var between = ""u8;
        foreach (var (feature, to, isBelow, segment) in run.Switches(point))
        {
            _answer.Write(between);
            _answer.Write("{\"feature\":"u8);
            _answer.Write(JsonSerializer.SerializeToUtf8Bytes(feature));
            Number(isBelow ? ",\"direction\":\"below\",\"value\":"u8 : ",\"direction\":\"above\",\"value\":"u8, to);
            Segment(",\"segment\":"u8, segment);
            _answer.Write("}"u8);
            between = ","u8;
        }
        _answer.Write("]"u8);
    }

    private void Memberships(double[] point)
    {
        var shares = run.Placer.Placer.Memberships(point) ?? [];
        for (var c = 0; c < shares.Length; c++)
        {
            Segment(c == 0 ? ",\"memberships\":[{\"segment\":"u8 : ",{\"segment\":"u8, c);
            Number(",\"probability\":"u8, shares[c]);
            _answer.Write(c == shares.Length - 1 ? "}]"u8 : "}"u8);
        }
    }

    private void Segment(ReadOnlySpan<byte> property, int index)
    {
        _answer.Write(property);
        _answer.Write(_segments.TryGetValue(index, out var segment) ? segment : "null"u8);
    }

    private void Number(ReadOnlySpan<byte> property, double value)
    {
        _answer.Write(property);
        if (double.IsFinite(value))
        {
            _answer.Advance(NineDecimals.Write(value, _answer.GetSpan(NineDecimals.Longest)));
        }
        else
        {
            _answer.Write("null"u8);
        }
    }
}
