namespace Dashboard.Csv;

/// <summary>
/// How a file is written; <c>PreambleLines</c> are the physical lines before the header, a <c>sep=</c> line included.
/// Without a header its columns are called "Column 1", "Column 2" and so on.
/// </summary>
public sealed record CsvFormat(string EncodingName, char Delimiter, char DecimalMark, int PreambleLines, bool HasHeader = true)
{
    internal static bool CanSeparate(char c) => char.IsAscii(c) && c is not ('"' or ' ' or '\r' or '\n' or '\0');

    internal static void CheckDelimiter(char c)
    {
        if (!CanSeparate(c)) throw new CsvRefused($"The character \"{c}\" cannot separate columns.");
    }

    internal void Check()
    {
        CheckDelimiter(Delimiter);
        if (DecimalMark is not ('.' or ',')) throw new CsvRefused($"The character \"{DecimalMark}\" is no decimal mark. Choose a point or a comma.");
        if (PreambleLines < 0) throw new CsvRefused("The number of lines before the header cannot be negative.");
    }
}
