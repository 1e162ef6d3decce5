using Dashboard.Csv;

namespace Dashboard.Pages.Imports;

/// <summary>What a form says about how a file is written.</summary>
public sealed record FormatFields(string? Encoding, char Delimiter, char DecimalMark, int Preamble, bool HasHeader)
{
    public static readonly string[] Encodings = ["utf-8", "utf-16", "utf-16BE", "windows-1250", "windows-1252", "iso-8859-1", "iso-8859-2", "iso-8859-15"];
    public static readonly (char Value, string Name)[] Delimiters = [(',', "comma ,"), (';', "semicolon ;"), ('\t', "tab"), ('|', "bar |")];
    public const string NotOffered = "Choose one of the ways of reading that are offered.";

    /// <summary>Null when a choice is none of those offered.</summary>
    public CsvFormat? Format => Encodings.Contains(Encoding) && Delimiters.Any(d => d.Value == Delimiter) && DecimalMark is '.' or ',' && Preamble is >= 0 and <= 1000
        ? new(Encoding!, Delimiter, DecimalMark, Preamble, HasHeader)
        : null;
}
