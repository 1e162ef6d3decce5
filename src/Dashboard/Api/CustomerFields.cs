using System.Text;
using System.Text.Json;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Api;

/// <summary>
/// The values of a customer out of a JSON object. Fields are found as features are: exactly, without case, or by label. Fields of the data set that
/// the run does not use may be there, others may not.
/// </summary>
internal sealed class CustomerFields
{
    private const int Ignored = -1;
    private readonly byte[][] _exact;
    private readonly Dictionary<string, int> _loose = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<Column> _numbers;
    private readonly IReadOnlyList<Column> _words;
    private readonly IReadOnlyList<CodedCategory> _categories;

    public CustomerFields(PlacingRun run)
    {
        (_numbers, _words, _categories) = (run.Placer.Numbers, run.Placer.Words, run.Placer.Preparation.Categories);
        Column[] wanted = [.. _numbers, .. _words];
        _exact = [.. wanted.Select(c => Encoding.UTF8.GetBytes(c.Name))];
        foreach (var (column, at) in run.Run.Dataset.Columns.Select(c => (c, Array.FindIndex(wanted, w => w.Name == c.Name))).OrderByDescending(c => c.Item2))
        {
            _loose.TryAdd(column.Name, at);
            _loose.TryAdd(column.Label, at);
        }
        _loose.TryAdd(run.Run.Dataset.KeyName, Ignored);
        (Numbers, Words) = (new double[_numbers.Count], new string?[_words.Count]);
    }

    public double[] Numbers { get; }
    public string?[] Words { get; }

    /// <summary>Reads to the end of the object at which the reader stands, whatever is wrong inside; null when all is well.</summary>
    public (string Field, string Message)? Read(ref Utf8JsonReader reader)
    {
        Array.Fill(Numbers, double.NaN);
        Array.Clear(Words);
        (string, string)? problem = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return ("", "A customer is an object such as {\"Age\": 30}.");
        }
        for (var next = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName;)
        {
            var at = Find(ref reader, next, out var unknown);
            reader.Read();
            problem ??= unknown is null ? Take(ref reader, at) : (unknown, $"There is no field “{unknown}”. This run uses: {string.Join(", ", _numbers.Concat(_words).Select(c => c.Name))}.");
            reader.Skip();
            next = at + 1;
        }
        return problem ?? Missing();
    }

    /// <summary>Most customers have their fields in the same order, so the next one is tried first.</summary>
    private int Find(ref Utf8JsonReader reader, int next, out string? unknown)
    {
        unknown = null;
        for (var i = 0; i < _exact.Length; i++)
        {
            var at = (next + i) % _exact.Length;
            if (reader.ValueTextEquals(_exact[at]))
            {
                return at;
            }
        }
        var name = reader.GetString()!;
        if (_loose.TryGetValue(name.Trim(), out var found))
        {
            return found;
        }
        unknown = name;
        return Ignored;
    }

    private (string, string)? Take(ref Utf8JsonReader reader, int at)
    {
        if (at == Ignored || reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        if (at >= _numbers.Count)
        {
            var word = _words[at - _numbers.Count];
            if (reader.TokenType != JsonTokenType.String)
            {
                return (word.Name, $"{word.Name} must be a text.");
            }
            Words[at - _numbers.Count] = reader.GetString()!.Trim();
            return Unknown(at - _numbers.Count);
        }
        var number = _numbers[at];
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out Numbers[at]) || !double.IsFinite(Numbers[at]))
        {
            return (number.Name, $"{number.Name} must be a number{(reader.TokenType == JsonTokenType.String ? ", not a text" : "")}.");
        }
        return null;
    }

    private (string, string)? Unknown(int at) => Words[at] is { Length: > 0 } word && !_categories[at].Knows(word)
        ? (_words[at].Name, $"“{word}” is not a {_words[at].Label} that the run has seen. It knows: {string.Join(", ", _categories[at].Code.Values)}.") : null;

    private (string, string)? Missing()
    {
        var number = Array.FindIndex(Numbers, double.IsNaN);
        if (number >= 0)
        {
            return (_numbers[number].Name, $"{_numbers[number].Name} is missing; the run left customers without it out.");
        }
        var word = Array.FindIndex(Words, string.IsNullOrEmpty);
        return word < 0 ? null : (_words[word].Name, $"{_words[word].Name} is missing; the run left customers without it out.");
    }
}
