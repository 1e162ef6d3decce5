using System.Text;
using static System.FormattableString;

namespace Dashboard.Csv;

/// <summary>A CSV read record by record in constant memory; a bad record is handed out with its <see cref="Problem"/>, never dropped.</summary>
public sealed class CsvFile : IDisposable
{
    private readonly FileStream file;
    private readonly RecordReader records;
    private readonly bool transcoded;
    private readonly FieldChars chars;
    private bool isHeld;
    private int rows;

    private CsvFile(FileStream file, CsvFormat format, long maxUnpacked)
    {
        format.Check();
        (this.file, Format) = (file, format);
        var encoding = FileBytes.EncodingOf(format.EncodingName);
        transcoded = encoding is not UTF8Encoding;
        records = new RecordReader(FileBytes.AsUtf8(FileBytes.Unpacked(file, maxUnpacked), format.EncodingName), format);
        chars = new FieldChars(records);
        Header = ReadFirst();
        Columns = ColumnNames.Clean(Header);
    }

    public CsvFormat Format { get; }
    public IReadOnlyList<string> Header { get; }
    public IReadOnlyList<string> Columns { get; }
    public long Line => records.Line;
    public int FieldCount => Problem is null ? Columns.Count : records.FieldCount;
    public string? Problem { get; private set; }
    public string Raw => records.Raw;
    /// <summary>Under which a mapping of these columns can be remembered; null without a header, since then any file of that width would match.</summary>
    public string? Fingerprint => Format.HasHeader ? HeaderFingerprint.Of(Header) : null;
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
        if (!isHeld && !Advance()) return false;
        isHeld = false;
        if (++rows > CsvLimits.Rows)
            throw new CsvRefused(Invariant($"The file has more than {CsvLimits.Rows:N0} rows. Split it into smaller files."));
        Problem = records.Problem ?? ProblemOfRecord();
        return true;
    }

    public ReadOnlySpan<char> Field(int i) => i < records.FieldCount ? chars[i] : [];

    public void Dispose()
    {
        records.Dispose();
        file.Dispose();
    }

    private bool Advance()
    {
        if (!records.Read()) return false;
        chars.Clear();
        return true;
    }

    private string[] ReadFirst()
    {
        if (!Advance())
            throw new CsvRefused(Format.PreambleLines == 0 ? "The file is empty." : $"The file has nothing after its first {Format.PreambleLines} lines.");
        if (records.FieldCount > CsvLimits.Columns)
            throw new CsvRefused(Invariant($"The file has {records.FieldCount:N0} columns; at most {CsvLimits.Columns} can be read."));
        if ((records.Problem ?? TextFlaw.In(records, transcoded)) is { } problem)
            throw new CsvRefused($"The {(Format.HasHeader ? "header" : "first record")} on line {Line} cannot be read: {problem}.");
        isHeld = !Format.HasHeader;
        return [.. Enumerable.Range(0, records.FieldCount).Select(i => isHeld ? $"Column {i + 1}" : Field(i).ToString())];
    }

    private string? ProblemOfRecord() => IsBlank(0, records.FieldCount) ? "is empty" : ProblemOfWidth() ?? TextFlaw.In(records, transcoded);

    // Blank fields beyond the header come from delimiters at the ends of rows; fields may lack where the header itself has only such a delimiter.
    private string? ProblemOfWidth()
    {
        var (width, found) = (Header.Count, records.FieldCount);
        if (found == width) return null;
        if (found > width && found <= width + CsvLimits.Columns && IsBlank(width, found)) return null;
        if (found < width && Header.Skip(found).All(string.IsNullOrWhiteSpace)) return null;
        return $"has {found} {(found == 1 ? "field" : "fields")}, the {(Format.HasHeader ? "header" : "first record")} has {width}";
    }

    private bool IsBlank(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (records.Field(i).Trim(" \t"u8).Length > 0) return false;
        return true;
    }
}
