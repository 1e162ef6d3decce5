using System.Text;
using CsvHelper;

namespace Dashboard.Csv;

/// <summary>Records of a UTF-8 stream. A quote that is never closed costs its own line only: reading starts again on the next.</summary>
internal sealed class RecordReader : IDisposable
{
    // The package's buffer grows to about twice the record cap, so this window always holds the start of a record.
    private const int Window = 4 * CsvLimits.RecordBytes;

    // The package always starts on a line break and passes over the empty line before it: text that happens to begin with
    // the bytes FF FE would otherwise be taken for UTF-16. In front of line 1 this break is added.
    public static ReadOnlySpan<byte> LineZero => "\n"u8;

    // Each fresh start may read a megabyte again; after so many the whole stretch is given up, which keeps hostile files linear.
    private const int FreshStarts = 64;

    private readonly RewindableStream text;
    private readonly CsvReaderOptions options;
    private CsvReader reader;
    private CsvMalformedReason? flaw;
    private long linesBefore, bytesBefore, lostLine;
    private int freshStarts;
    private byte[]? lost;

    public RecordReader(Stream utf8, CsvFormat format)
    {
        text = new RewindableStream(utf8, Window);
        options = new CsvReaderOptions
        {
            Separator = format.Delimiter,
            HasHeader = false,
            TrimWhitespace = true,
            MaxRecordSize = CsvLimits.RecordBytes,
            TrackLineNumbers = true,
            OnMalformedRecord = found => flaw = found.Reason,
        };
        text.Prefix(LineZero);
        new LineSkip(text).Lines(format.PreambleLines + 1);
        reader = StartAtEndOf(format.PreambleLines);
    }

    public string? Problem { get; private set; }
    public long Line => lost is null ? linesBefore + reader.LineNumber : lostLine;
    public int FieldCount => lost is null ? reader.FieldCount : 0;
    public ReadOnlySpan<byte> Bytes => lost is null ? reader.RawRecord : lost;
    public string Raw => Beginning(Bytes);

    public ReadOnlySpan<byte> Field(int i) => reader.GetSpan(i);

    public bool Read()
    {
        do
        {
            (Problem, flaw, lost) = (null, null, null);
            try
            {
                if (!reader.Read()) return false;
                Problem = ProblemOfQuotes();
            }
            catch (CsvFormatException tooLong)
            {
                Problem = GiveUp(linesBefore + tooLong.LineNumber, tooLong.ByteOffset);
            }
        }
        while (FieldCount < 2 && Bytes.Trim(" \t"u8).IsEmpty);
        return true;
    }

    public void Dispose()
    {
        reader.Dispose();
        text.Dispose();
    }

    private string? ProblemOfQuotes()
    {
        if (Bytes.Length > CsvLimits.RecordBytes) return "a record longer than 1 MiB";
        if (flaw is null) return null;
        var manyLines = Bytes.IndexOfAny("\r\n"u8) >= 0;
        if (flaw == CsvMalformedReason.StrayQuote && !manyLines) return null;
        if (manyLines && freshStarts < FreshStarts) return GiveUp(Line, reader.ByteOffset);
        return flaw == CsvMalformedReason.TextAfterClosingQuote ? "text after a closing quote" : NeverClosed(Line);
    }

    private string GiveUp(long line, long byteOffset)
    {
        text.Rewind(bytesBefore + byteOffset);
        var skip = new LineSkip(text);
        skip.Past(freshStarts++ < FreshStarts ? 0 : CsvLimits.RecordBytes);
        (lost, lostLine) = (skip.Beginning, line);
        reader.Dispose();
        reader = StartAtEndOf(line + skip.LineBreaks);
        return skip.LineBreaks == 0 && skip.Bytes > CsvLimits.RecordBytes ? "a record longer than 1 MiB" : NeverClosed(line);
    }

    private static string NeverClosed(long line) => $"a quote that opens on line {line} is never closed";

    private CsvReader StartAtEndOf(long line)
    {
        (linesBefore, bytesBefore) = (line - 1, text.Position);
        return CsvReader.Create(text, options, leaveOpen: true);
    }

    private static string Beginning(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, LineSkip.Kept)]);
        if (start.Length <= CsvLimits.RawChars) return start;
        return start[..(char.IsHighSurrogate(start[CsvLimits.RawChars - 1]) ? CsvLimits.RawChars - 1 : CsvLimits.RawChars)];
    }
}
