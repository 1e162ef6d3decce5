using CsvHelper;

namespace Dashboard.Csv;

internal readonly record struct SampleRecord(int Line, int Fields, string[] Cells);

/// <summary>The records of a file's beginning, read with a delimiter that is still a guess; a line break stands in front of line 1.</summary>
internal static class SampleRecords
{
    public static IEnumerable<SampleRecord> Read(ReadOnlyMemory<byte> utf8, char delimiter)
    {
        using var reader = CsvReader.Create(utf8, Options(delimiter));
        while (reader.Read())
        {
            var cells = Enumerable.Range(0, Math.Min(reader.FieldCount, CsvLimits.Columns)).Select(reader.GetString);
            yield return new SampleRecord((int)reader.LineNumber - 1, reader.FieldCount, [.. cells]);
        }
    }

    private static CsvReaderOptions Options(char delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        TrimWhitespace = true,
        TrackLineNumbers = true,
    };
}
