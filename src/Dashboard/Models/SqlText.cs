using System.Globalization;

namespace Dashboard.Models;

/// <summary>Pieces of SQL that SQLite and PostgreSQL read alike.</summary>
internal static class SqlText
{
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    public static string Word(string text) => $"'{text.Replace("'", "''")}'";

    /// <summary>Always with a point or an exponent, so that no division is one of whole numbers.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        text = text.Contains('.') || text.Contains('E') ? text : text + ".0";
        return value < 0 ? $"({text})" : text;
    }

    /// <summary>A step of a query. Each is worked out once: put into one another, they would repeat each other's expressions without end.</summary>
    public static string Step(string name, string from, IEnumerable<string> columns, string customer = "customer") => $"""
        {name} AS MATERIALIZED (
          SELECT
            {string.Join(",\n    ", columns.Prepend(customer))}
          FROM {from}
        )
        """;

    /// <summary>The index of the first of equals that no other beats; NULL when they are NULL.</summary>
    public static string First(string prefix, int count, string beats) =>
        $"CASE {string.Concat(Enumerable.Range(0, count).Select(c => $"WHEN {Unbeaten(prefix, c, count, beats)} THEN {c} "))}END AS segment";

    private static string Unbeaten(string prefix, int c, int count, string beats) => c == count - 1
        ? $"{prefix}{c} IS NOT NULL"
        : string.Join(" AND ", Enumerable.Range(c + 1, count - c - 1).Select(other => $"{prefix}{c} {beats} {prefix}{other}"));
}
