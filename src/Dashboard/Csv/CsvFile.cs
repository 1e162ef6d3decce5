using System.Text;
using System.Text.Unicode;
using static System.FormattableString;

namespace Dashboard.Csv;

/// <summary>A CSV read record by record in constant memory; a bad record is handed out with its <see cref="Problem"/>, never dropped.</summary>
public sealed class CsvFile : IDisposable
{
    private readonly FileStream file;
    private readonly RecordReader records;
    private readonly bool transcoded;
    private readonly FieldChars chars;

    private CsvFile(FileStream file, CsvFormat format, long maxUnpacked)
    {
        this.file = file;
        var encoding = FileBytes.EncodingOf(format.EncodingName);
        transcoded = encoding is not UTF8Encoding;
        records = new RecordReader(FileBytes.AsUtf8(FileBytes.Unpacked(file, maxUnpacked), format.EncodingName), format);
        chars = new FieldChars(records);
        Header = ReadHeader();
        Columns = ColumnNames.Clean(Header);
    }

    public IReadOnlyList<string> Header { get; }
    public IReadOnlyList<string> Columns { get; }
    public long Line => records.Line;
    public int FieldCount => records.FieldCount;
    public string? Problem { get; private set; }
    public string Raw => records.Raw;
    public long BytesRead => file.Position;
    public long Length => file.Length;

    public static CsvFile Open(string path, CsvFormat format, long maxUnpacked = CsvLimits.UnpackedBytes)
    {
        var file = FileBytes.OnDisk(path);
        try
        {
            return new CsvFile(file, format, maxUnpacked);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public bool Read()
    {
        if (!records.Read()) return false;
        chars.Clear();
        Problem = records.Problem ?? ProblemOfRecord();
        return true;
    }

    public ReadOnlySpan<char> Field(int i) => i < FieldCount ? chars[i] : [];

    public void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    private string[] ReadHeader()
    {
        if (!Read()) throw new CsvRefused("The file is empty.");
        if (FieldCount > CsvLimits.Columns)
            throw new CsvRefused(Invariant($"The file has {FieldCount:N0} columns; at most {CsvLimits.Columns} can be read."));
        if ((records.Problem ?? ProblemOfText()) is { } problem)
            throw new CsvRefused($"The header on line {Line} cannot be read: {problem}.");
        return [.. Enumerable.Range(0, FieldCount).Select(i => Field(i).ToString())];
    }

    private string? ProblemOfRecord()
    {
        if (IsEmpty()) return "is empty";
        if (Columns is not null && FieldCount != Columns.Count)
            return $"has {FieldCount} {(FieldCount == 1 ? "field" : "fields")}, the header has {Columns.Count}";
        return ProblemOfText();
    }

    private bool IsEmpty()
    {
        for (var i = 0; i < FieldCount; i++)
            if (records.Field(i).Trim(" \t"u8).Length > 0) return false;
        return true;
    }

    private string? ProblemOfText()
    {
        if (!Utf8.IsValid(records.Bytes)) return "a byte that is not UTF-8";
        // Transcoding writes U+FFFD for what it cannot read; in a UTF-8 file the character is the owner's own.
        if (transcoded && records.Bytes.IndexOf("\uFFFD"u8) >= 0) return "a character that cannot be read in the file's encoding";
        return records.Bytes.Length > CsvLimits.FieldChars && HasLongField() ? "a field longer than 32,768 characters" : null;
    }

    private bool HasLongField()
    {
        for (var i = 0; i < FieldCount; i++)
            if (Encoding.UTF8.GetCharCount(records.Field(i)) > CsvLimits.FieldChars) return true;
        return false;
    }
}
