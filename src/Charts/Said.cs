namespace Charts;

/// <summary>What a mark tells when it is pointed at: of whom, then each figure with what it is and its unit.</summary>
internal static class Said
{
    internal static string Of(string name, params ReadOnlySpan<(string Title, double Value)> figures)
    {
        var text = name;
        foreach (var (title, value) in figures) text += $"{(text.Length > 0 ? " · " : "")}{title} {NumberText.Of(value)}";
        return text;
    }
}
