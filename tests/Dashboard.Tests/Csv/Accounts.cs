using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>Reads a file whole and holds the records against its bytes: together they are the file, in order, nothing lost or told twice.</summary>
internal static class Accounts
{
    /// <summary>The number of records, or null for a file that was refused.</summary>
    public static int? Of(string path, byte[] bytes)
    {
        try
        {
            var format = CsvDetection.Detect(path);
            var records = Check(path, bytes, format);
            CsvPreview.Read(path, format);
            ColumnDetection.Guess(path, format);
            return records;
        }
        catch (CsvRefused)
        {
            return null;
        }
    }

    private static int Check(string path, byte[] bytes, CsvFormat format)
    {
        using var csv = CsvFile.Open(path, format);
        var raw = new StringBuilder(format.HasHeader ? csv.Raw : "");
        var records = 0;
        for (var last = format.HasHeader ? csv.Line : 0; csv.Read(); last = csv.Line, records++)
        {
            Assert.True(csv.Line > last, $"line {csv.Line} after line {last}");
            Assert.True(csv.Problem is not null || csv.FieldCount == csv.Columns.Count);
            raw.Append(csv.Raw);
            for (var i = 0; i < csv.FieldCount; i++) Touch(csv.Field(i));
        }
        Assert.Equal(WithoutBlanks(AfterPreamble(bytes, format), format), WithoutBlanks(raw.ToString(), format));
        Assert.Equal(csv.Length, csv.BytesRead);
        return records;
    }

    private static string AfterPreamble(byte[] bytes, CsvFormat format)
    {
        var text = Encoding.GetEncoding(format.EncodingName).GetString(bytes);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return string.Join('\n', lines[format.PreambleLines..]);
    }

    // A line of nothing but tabs is a record where tabs separate, and a blank line elsewhere.
    private static string WithoutBlanks(string text, CsvFormat format)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is not (' ' or '\r' or '\n' or '\uFEFF') && (c != '\t' || format.Delimiter == '\t')) kept.Append(c);
        return kept.ToString();
    }

    private static void Touch(ReadOnlySpan<char> cell)
    {
        if (NumberText.TryParse(cell, '.', out var value)) Assert.True(Math.Abs(value) <= NumberText.Largest);
        Assert.False(CellText.Clean(cell).Contains('\0'));
    }
}
