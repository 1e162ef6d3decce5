namespace Dashboard.Data;

/// <summary>Settings as what they must be, or one line that says how to write them. The value is not repeated: it may be a secret in the wrong place.</summary>
public static class Settings
{
    public static bool Flag(this IConfiguration configuration, string name) => configuration[name] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw new StartRefused($"{name} is true or false."),
    };

    public static long Number(this IConfiguration configuration, string name, long usual, long least, long most) => configuration[name] switch
    {
        null or "" => usual,
        var text when long.TryParse(text, out var number) && number >= least && number <= most => number,
        _ => throw new StartRefused($"{name} is a whole number from {least} to {most}."),
    };

    /// <summary>The first choice is the usual one.</summary>
    public static string Choice(this IConfiguration configuration, string name, params string[] choices) => configuration[name] is not { Length: > 0 } text ? choices[0]
        : Array.Find(choices, c => c.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? throw new StartRefused($"{name} is one of: {string.Join(", ", choices)}.");
}
