using Dashboard.Csv;

namespace Dashboard.Data;

/// <summary>Names that people give: trimmed, without control characters, not too long.</summary>
public static class Names
{
    public const int Longest = 120;

    /// <summary>Empty when nothing is left.</summary>
    public static string Tidy(string? name)
    {
        var clean = CellText.Clean(name).ReplaceLineEndings(" ");
        return clean.Length <= Longest ? clean : clean[..Longest].TrimEnd();
    }
}
