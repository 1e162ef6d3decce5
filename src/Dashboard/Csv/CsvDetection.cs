using System.Buffers;
using System.Text;

namespace Dashboard.Csv;

public static class CsvDetection
{
    private const int Sample = CsvLimits.RecordBytes;

    // ASCII for so long is taken for UTF-8; a western letter further down is then the problem of its record.
    private const long EncodingScan = 64L << 20;

    public static CsvFormat Detect(string path, CsvWish? wish = null)
    {
        if (wish?.Delimiter is { } delimiter) CsvFormat.CheckDelimiter(delimiter);
        using var file = FileBytes.OnDisk(path);
        using var bytes = FileBytes.Unpacked(file, CsvLimits.UnpackedBytes);
        var sample = ArrayPool<byte>.Shared.Rent(Sample);
        try
        {
            var length = bytes.ReadAtLeast(sample.AsSpan(0, Sample), Sample, throwOnEndOfStream: false);
            return DetectFrom(sample.AsSpan(0, length), bytes, wish ?? new CsvWish());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(sample);
        }
    }

    private static CsvFormat DetectFrom(ReadOnlySpan<byte> start, Stream rest, CsvWish wish)
    {
        if (start.IsEmpty) throw new CsvRefused("The file is empty.");
        Signatures.Refuse(start[..Math.Min(start.Length, 4096)]);
        var encodingName = wish.EncodingName ?? EncodingDetection.ByMark(start) ?? EncodingDetection.ByZeros(start);
        if (encodingName is null) EncodingDetection.RefuseBinary(start);
        encodingName ??= Vote(start, rest);
        return Layout(Utf8(start, encodingName), start.Length == Sample, encodingName, wish);
    }

    private static string Vote(ReadOnlySpan<byte> start, Stream rest)
    {
        var votes = new EncodingVotes();
        votes.Add(start);
        var buffer = new byte[1 << 16];
        long seen = start.Length;
        for (int count; seen < EncodingScan && (count = rest.Read(buffer)) > 0; seen += count) votes.Add(buffer.AsSpan(0, count));
        return votes.Winner;
    }

    private static byte[] Utf8(ReadOnlySpan<byte> start, string encodingName)
    {
        using var text = FileBytes.AsUtf8(new MemoryStream(start.ToArray()), encodingName);
        using var utf8 = new MemoryStream();
        utf8.Write(RecordReader.LineZero);
        text.CopyTo(utf8);
        return utf8.ToArray();
    }

    private static CsvFormat Layout(byte[] utf8, bool cutShort, string encodingName, CsvWish wish)
    {
        var end = cutShort ? utf8.AsSpan().LastIndexOfAny("\r\n"u8) : utf8.Length;
        if (end < 1) throw new CsvRefused("The first line is longer than 1 MiB, so this is not a CSV.");
        if (utf8.AsSpan().Trim(" \t\r\n"u8).IsEmpty) throw new CsvRefused("The file is empty.");
        var text = utf8.AsMemory(0, end);
        var layout = LayoutDetection.Detect(text, wish);
        PivotTable.Refuse(text, layout.Delimiter);
        var mark = wish.DecimalMark ?? DecimalDetection.Detect(text, layout);
        return new CsvFormat(encodingName, layout.Delimiter, mark, layout.Preamble, wish.HasHeader ?? HeaderDetection.HasHeader(text, layout, mark));
    }
}
