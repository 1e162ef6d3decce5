namespace Dashboard.Csv;

/// <summary>What people write for yes and for no. A doubt goes to the customer: what is not plainly a yes agrees to nothing, what is not plainly a no objects.</summary>
public static class YesNo
{
    private static readonly HashSet<string> Yeses = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "y", "true", "t", "1", "on", "x", "opt-in", "opted in", "subscribed", "ja", "j", "igen", "oui", "si", "sí", "sì", "sim", "tak", "ano", "áno", "da", "kyllä", "evet", "ναι", "да",
    };
    private static readonly HashSet<string> Noes = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "n", "false", "f", "0", "off", "opt-out", "opted out", "unsubscribed", "nein", "nem", "non", "nee", "nej", "nei", "não", "nao", "nie", "ne", "nu", "ei", "hayır", "όχι", "нет",
    };
    // In a column of objections these speak of the mailing, not of the objection.
    private static readonly HashSet<string> Leaving = new(StringComparer.OrdinalIgnoreCase) { "opt-out", "opted out", "unsubscribed" };
    private static readonly HashSet<string> Staying = new(StringComparer.OrdinalIgnoreCase) { "opt-in", "opted in", "subscribed" };

    public static bool IsYes(string? text) => text is not null && Yeses.Contains(text.Trim());

    public static bool Is(ReadOnlySpan<char> cell) =>
        Yeses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell) || Noes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell);

    /// <summary>Whether a cell of a column leaves its customer out; null is a missing one.</summary>
    public static bool LeavesOut(ColumnRole role, string? text) => role switch
    {
        ColumnRole.OptOut => text is not null && (Leaving.Contains(text.Trim()) || !Noes.Contains(text.Trim()) && !Staying.Contains(text.Trim())),
        ColumnRole.OptIn => !IsYes(text),
        _ => false,
    };
}
