using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Api;

/// <summary>A number, or "auto" as null.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct AutoNumber(double? Value)
{
    private sealed class Converter : JsonConverter<AutoNumber>
    {
        public override AutoNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.Number => new(reader.GetDouble()),
            JsonTokenType.String when reader.GetString() == "auto" => new(null),
            _ => throw new JsonException("A number or \"auto\" is wanted here."),
        };

        public override void Write(Utf8JsonWriter writer, AutoNumber value, JsonSerializerOptions options)
        {
            if (value.Value is { } number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteStringValue("auto");
            }
        }
    }
}
