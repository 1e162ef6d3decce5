using System.Text.Json.Nodes;

namespace Dashboard.Privacy;

/// <summary>Takes words that were one person's alone out of what was kept of a run.</summary>
internal static class ErasedText
{
    public const string Word = "(erased)";

    /// <summary>From every text of a JSON that is one of the words. Names of properties stay.</summary>
    public static string? InJson(string? json, IReadOnlySet<string> words)
    {
        if (json is null || words.Count == 0)
        {
            return json;
        }
        var root = JsonNode.Parse(json)!;
        return Clean(root, words) ? root.ToJsonString() : json;
    }

    /// <summary>From free text, in any case.</summary>
    public static string InText(string text, IEnumerable<string> words) => words.Aggregate(text, (left, word) => left.Replace(word, Word, StringComparison.OrdinalIgnoreCase));

    private static bool Clean(JsonNode node, IReadOnlySet<string> words)
    {
        var found = false;
        switch (node)
        {
            case JsonObject all:
                foreach (var name in all.Select(p => p.Key).ToList())
                {
                    found |= Clean(all[name], words, text => all[name] = text);
                }
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var place = i;
                    found |= Clean(list[i], words, text => list[place] = $"{text} {place + 1}");
                }
                break;
        }
        return found;
    }

    private static bool Clean(JsonNode? node, IReadOnlySet<string> words, Action<string> put)
    {
        if (node is not JsonValue)
        {
            return node is not null && Clean(node, words);
        }
        if (node.GetValueKind() != System.Text.Json.JsonValueKind.String || !words.Contains(node.GetValue<string>()))
        {
            return false;
        }
        put(Word);
        return true;
    }
}
