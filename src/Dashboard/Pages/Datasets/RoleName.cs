using Dashboard.Csv;

namespace Dashboard.Pages.Datasets;

/// <summary>What a column is used as, in a word.</summary>
public static class RoleName
{
    public static string Of(ColumnRole role) => role switch
    {
        ColumnRole.OptOut => "opt-out",
        ColumnRole.OptIn => "opt-in",
        var other => other.ToString().ToLowerInvariant(),
    };
}
