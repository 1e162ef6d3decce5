namespace Dashboard.Csv;

/// <summary>A physical line of the file as text, cut where it is long.</summary>
public sealed record PreviewLine(int Number, string Text, bool IsPreamble);

public sealed record PreviewRecord(long Line, IReadOnlyList<string> Fields, string? Problem);

/// <summary>
/// The beginning of a file read under a format, right or wrong: its lines as they are, the lines before the header and a few more, and its first
/// records. A format under which nothing can be read gives the reason in <c>Refusal</c>.
/// </summary>
public sealed record CsvPreview(IReadOnlyList<PreviewLine> Lines, IReadOnlyList<string> Columns, IReadOnlyList<PreviewRecord> Records, string? Refusal)
{
    private const int MostPreamble = 100;
    private const int CellChars = 100;

    public static CsvPreview Read(string path, CsvFormat format, int count = 10)
    {
        IReadOnlyList<PreviewLine> lines = [];
        try
        {
            lines = FirstLines.Read(path, format, count + Math.Clamp(format.PreambleLines, 0, MostPreamble));
            using var csv = CsvFile.Open(path, format);
            var records = new List<PreviewRecord>();
            while (records.Count < count && csv.Read()) records.Add(new PreviewRecord(csv.Line, Fields(csv), csv.Problem));
            return new CsvPreview(lines, csv.Columns, records, null);
        }
        catch (CsvRefused refused)
        {
            return new CsvPreview(lines, [], [], refused.Message);
        }
    }

    private static List<string> Fields(CsvFile csv) =>
        [.. Enumerable.Range(0, Math.Min(csv.FieldCount, CsvLimits.Columns)).Select(i => FirstLines.Cut(csv.Field(i), CellChars))];
}
