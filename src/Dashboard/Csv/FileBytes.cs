using System.Text;

namespace Dashboard.Csv;

/// <summary>The bytes of a CSV on disk: unpacked if the name says gzip, turned into UTF-8 without its byte order mark.</summary>
internal static class FileBytes
{
    private static ReadOnlySpan<byte> GzipMark => [0x1F, 0x8B];

    static FileBytes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static FileStream OnDisk(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);

    public static bool IsGzipName(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public static Stream Unpacked(FileStream file, long maxBytes)
    {
        if (!IsGzipName(file.Name) || file.Length == 0) return file;
        Span<byte> start = stackalloc byte[4096];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.StartsWith(GzipMark)) return new CappedGzip(file, maxBytes);
        Signatures.Refuse(start);
        throw new CsvRefused("This file is named .gz but is not packed. Upload it under a name that ends in .csv.");
    }

    public static Stream AsUtf8(Stream bytes, string encodingName)
    {
        var text = new RewindableStream(bytes, 4);
        var encoding = EncodingOf(encodingName);
        SkipMark(text, encoding.Preamble);
        return encoding is UTF8Encoding ? text : Encoding.CreateTranscodingStream(text, encoding, Encoding.UTF8);
    }

    public static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        // UTF-7 is known to the framework and not supported, since it hides characters from checks.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new CsvRefused($"\"{name}\" is not an encoding that can be read. Save the file as CSV UTF-8.");
        }
    }

    private static void SkipMark(RewindableStream text, ReadOnlySpan<byte> mark)
    {
        Span<byte> start = stackalloc byte[4];
        var count = text.ReadAtLeast(start[..mark.Length], mark.Length, throwOnEndOfStream: false);
        if (!start[..count].SequenceEqual(mark)) text.Rewind(0);
    }
}
