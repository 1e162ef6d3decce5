using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Predictions;

/// <summary>What customers are compared by: a column or a derived feature. A weight of 2 makes its differences count double. In JSON a plain one is its name.</summary>
[JsonConverter(typeof(Converter))]
public sealed record Feature(string Name, bool Log = false, double Weight = 1)
{
    public static implicit operator Feature(string name) => new(name);

    /// <summary>For people: "Income (log, weight 2)".</summary>
    public override string ToString()
    {
        string[] extras = [.. new[] { Log ? "log" : "", Weight != 1 ? $"weight {Weight:0.##}" : "" }.Where(e => e.Length > 0)];
        return extras.Length == 0 ? Name : $"{Name} ({string.Join(", ", extras)})";
    }

    private sealed record Long(string? Name = null, bool Log = false, double Weight = 1);

    private sealed class Converter : JsonConverter<Feature>
    {
        private static readonly JsonSerializerOptions Strict =
            new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, NumberHandling = JsonNumberHandling.Strict };

        public override Feature Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new Feature(reader.GetString()!);
            }
            var given = reader.TokenType == JsonTokenType.StartObject ? JsonSerializer.Deserialize<Long>(ref reader, Strict)! : new Long();
            return new Feature(given.Name ?? throw new JsonException("A feature is a name or {\"name\": …, \"log\": false, \"weight\": 1}."), given.Log, given.Weight);
        }

        public override void Write(Utf8JsonWriter writer, Feature value, JsonSerializerOptions options)
        {
            if (value is { Log: false, Weight: 1 })
            {
                writer.WriteStringValue(value.Name);
            }
            else
            {
                JsonSerializer.Serialize(writer, new Long(value.Name, value.Log, value.Weight), Strict);
            }
        }
    }
}

/// <summary>A feature that is worked out of number columns of the same customer.</summary>
public sealed record DerivedFeature(string Name, string Formula);
