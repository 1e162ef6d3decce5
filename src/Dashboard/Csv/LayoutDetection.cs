using System.Text;

namespace Dashboard.Csv;

internal readonly record struct Layout(char Delimiter, int Preamble);

/// <summary>The delimiter with which most lines have the same number of fields, and the header as the first line of about that width.</summary>
internal static class LayoutDetection
{
    private const int Rows = 100;
    private const string Delimiters = ",;\t|";

    private readonly record struct Row(int Line, int Fields, int Filled, bool IsNumbers);

    private readonly record struct Candidate(Layout Layout, double Share, int Width);

    public static Layout Detect(ReadOnlyMemory<byte> utf8, CsvWish wish)
    {
        var layout = Found(utf8, wish.Delimiter);
        return wish.PreambleLines is { } lines ? layout with { Preamble = lines } : layout;
    }

    private static Layout Found(ReadOnlyMemory<byte> utf8, char? wish)
    {
        var hint = Hint(utf8.Span[RecordReader.LineZero.Length..]);
        var skip = hint is null ? 0 : 1;
        if ((wish ?? hint) is { } delimiter) return Judge(utf8, delimiter, skip)?.Layout ?? new Layout(delimiter, skip);
        var best = Delimiters
            .Select(d => Judge(utf8, d, skip: 0))
            .Where(c => c is not null)
            .OrderByDescending(c => c!.Value.Share).ThenBy(c => c!.Value.Layout.Preamble).ThenByDescending(c => c!.Value.Width)
            .FirstOrDefault();
        return best?.Layout ?? new Layout(',', 0);
    }

    /// <summary>A first line <c>sep=;</c>, which Excel writes and obeys.</summary>
    private static char? Hint(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.IndexOfAny("\r\n"u8);
        var line = Encoding.UTF8.GetString(end < 0 ? utf8[..Math.Min(utf8.Length, 16)] : utf8[..Math.Min(end, 16)]).Trim('"');
        return line.Length >= 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line[5..].Trim().Length == 0
            && CsvFormat.CanSeparate(line[4]) ? line[4] : null;
    }

    private static Candidate? Judge(ReadOnlyMemory<byte> utf8, char delimiter, int skip)
    {
        var rows = SampleRecords.Read(utf8, delimiter).Where(r => r.Line > skip).Take(Rows).Select(Measure).ToList();
        var commonest = rows.Where(r => r.Fields > 1).GroupBy(r => r.Fields).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        if (commonest is null) return null;
        var (width, count) = (commonest.Key, commonest.Count());
        var header = Header(rows, width, delimiter);
        if (header.Fields == 1 || count * 2 < rows.Count(r => r.Line >= header.Line) || count * 4 < rows.Count) return null;
        return new Candidate(new Layout(delimiter, header.Line - 1), (double)count / rows.Count, width);
    }

    private static Row Header(List<Row> rows, int width, char delimiter)
    {
        var wide = rows.Find(r => r.Fields * 2 > width && (r.Filled > 1 || width < 3));
        if (wide.Line == 0) return rows[0];
        // Numbers after other lines are no header: either their rows outgrew it, or there is none, or the commas are those of numbers in one column.
        return wide.IsNumbers && (rows[0].Fields > 1 || delimiter == ',') ? rows[0] : wide;
    }

    private static Row Measure(SampleRecord record)
    {
        var filled = record.Cells.Count(cell => cell.Trim().Length > 0);
        return new Row(record.Line, record.Fields, filled, filled > 0 && record.Cells.All(IsNumberOrBlank));
    }

    private static bool IsNumberOrBlank(string cell) =>
        cell.Trim().Length == 0 || NumberText.TryParse(cell, '.', out _) || NumberText.TryParse(cell, ',', out _);
}
