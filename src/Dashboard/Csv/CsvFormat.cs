namespace Dashboard.Csv;

/// <summary>How a file is written; <c>PreambleLines</c> are the physical lines before the header, a <c>sep=</c> line included.</summary>
public sealed record CsvFormat(string EncodingName, char Delimiter, char DecimalMark, int PreambleLines)
{
    internal static bool CanSeparate(char c) => char.IsAscii(c) && c is not ('"' or ' ' or '\r' or '\n' or '\0');
}
