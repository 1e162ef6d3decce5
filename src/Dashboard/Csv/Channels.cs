using Dashboard.Data;

namespace Dashboard.Csv;

/// <summary>The ways by which customers can be reached: a column of consents, or one of e-mail addresses or telephone numbers.</summary>
public static class Channels
{
    public static IReadOnlyList<Column> Of(IEnumerable<Column> columns) => [.. columns.Where(c => c.Role == ColumnRole.Consent || IsAddress(c)).OrderBy(c => c.Position)];

    /// <summary>Whether what stands there lets one reach a customer.</summary>
    public static bool Reaches(Column channel, string? text) => channel.Role == ColumnRole.Consent ? YesNo.IsYes(text) : text is not null;

    /// <summary>Numbers without blanks are read as numbers, and telephone numbers are such.</summary>
    private static bool IsAddress(Column column) =>
        column.Role == ColumnRole.Text && HeaderWords.IsMail(column.Label) || column.Role is ColumnRole.Text or ColumnRole.Number && HeaderWords.IsTelephone(column.Label);
}
