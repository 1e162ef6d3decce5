namespace Dashboard.Runs;

/// <summary>
/// What to do with a segment, in parts. It is kept as one text: a line that begins with the name of a part and a colon is that part, and goes on
/// in the lines after it; what stands before the first is Rest.
/// </summary>
public sealed record ActionParts(string Rest, IReadOnlyList<(string Name, string Text)> Parts)
{
    public static readonly string[] Names = ["Offer", "Channel", "Tone", "Avoid"];

    /// <summary>For where there is room for one thought only.</summary>
    public string Short => Rest.Length > 0 || Parts.Count == 0 ? Rest : Parts[0].Text;

    public static ActionParts Of(string text)
    {
        var (rest, parts) = (new List<string>(), new List<(string Name, List<string> Lines)>());
        foreach (var line in text.Split('\n'))
        {
            if (Array.Find(Names, name => line.TrimStart().StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) is { } name)
            {
                parts.Add((name, [line.TrimStart()[(name.Length + 1)..].Trim()]));
            }
            else
            {
                (parts.Count > 0 ? parts[^1].Lines : rest).Add(line.Trim());
            }
        }
        return new(string.Join('\n', rest).Trim(), [.. parts.Select(p => (p.Name, string.Join('\n', p.Lines).Trim())).Where(p => p.Item2.Length > 0)]);
    }

    public static string Text(string offer, string channel, string tone, string avoid) =>
        string.Join('\n', Names.Zip([offer, channel, tone, avoid]).Select(part => $"{part.First}: {part.Second}"));
}
