namespace Dashboard.Csv;

/// <summary>The decimal mark of a file: cells that are a number with one mark only vote for it.</summary>
internal static class DecimalDetection
{
    private const int Rows = 1_000;

    public static char Detect(ReadOnlyMemory<byte> utf8, Layout layout)
    {
        int points = 0, commas = 0, undecided = 0;
        foreach (var cell in Cells(utf8, layout))
        {
            var point = NumberText.TryParse(cell, '.', out _);
            var comma = NumberText.TryParse(cell, ',', out _);
            if (point && !comma) points++;
            else if (comma && !point) commas++;
            else if (point && cell.Contains(',')) undecided++;
        }
        // "1,234" alone does not tell; a file separated by semicolons usually is so because its commas are decimal.
        return commas > points || (commas == points && undecided > 0 && layout.Delimiter == ';') ? ',' : '.';
    }

    private static IEnumerable<string> Cells(ReadOnlyMemory<byte> utf8, Layout layout) => SampleRecords
        .Read(utf8, layout.Delimiter)
        .Where(record => record.Line > layout.Preamble)
        .Take(Rows)
        .SelectMany(record => record.Cells)
        .Where(cell => cell.Length <= NumberDigits.MaxLength && cell.AsSpan().IndexOfAny('.', ',') >= 0);
}
