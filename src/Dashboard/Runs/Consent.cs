namespace Dashboard.Runs;

/// <summary>Whether somebody may be written to. What is not plainly a yes is a no.</summary>
public static class Consent
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "y", "true", "t", "1", "ja", "igen", "oui", "si", "sí", "on", "opt-in", "subscribed",
    };

    public static bool IsGiven(string? text) => text is not null && Yes.Contains(text.Trim());
}
