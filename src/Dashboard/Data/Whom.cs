using System.Text.Json;

namespace Dashboard.Data;

/// <summary>Which customers of a data set to look at.</summary>
public sealed record Whom
{
    public static readonly Whom Everybody = new();

    /// <summary>Who is left out now: nobody else can come back.</summary>
    public static readonly Whom LeftOut = new() { Of = "left_out IS NOT NULL" };

    private string? Of { get; init; }
    private string? Keys { get; init; }

    public static Whom Touched(int version) => new() { Of = $"from_version = {version}" };

    /// <summary>By their folded keys.</summary>
    public static Whom With(IReadOnlyCollection<string> keys) => new() { Keys = JsonSerializer.Serialize(keys) };

    /// <summary>With the value of ?1, which only some have.</summary>
    internal (string Sql, string Value) In(string table) =>
        Keys is not null ? (" WHERE key IN (SELECT value FROM json_each(?1))", Keys) : (Of is null ? "" : $" WHERE key IN (SELECT key FROM {table} WHERE {Of})", "");
}
