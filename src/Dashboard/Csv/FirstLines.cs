using System.Text;

namespace Dashboard.Csv;

/// <summary>The first physical lines of a file, out of its first 64 KiB, since a line may be as long as the file.</summary>
internal static class FirstLines
{
    private const int Bytes = 1 << 16;
    private const int LineChars = 500;

    public static IReadOnlyList<PreviewLine> Read(string path, CsvFormat format, int count)
    {
        using var file = FileBytes.OnDisk(path);
        using var text = FileBytes.AsUtf8(FileBytes.Unpacked(file, CsvLimits.UnpackedBytes), format.EncodingName);
        var start = new byte[Bytes];
        var length = text.ReadAtLeast(start, Bytes, throwOnEndOfStream: false);
        var lines = Encoding.UTF8.GetString(start, 0, length).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        // What follows the last line break is a line cut in the middle, or none; a single endless line is shown as far as it goes.
        var whole = lines.Length > 1 && (length == Bytes || lines[^1].Length == 0) ? lines[..^1] : lines;
        return [.. whole.Take(count).Select((line, i) => new PreviewLine(i + 1, Cut(line, LineChars), i < format.PreambleLines))];
    }

    public static string Cut(ReadOnlySpan<char> text, int most)
    {
        if (text.Length <= most) return text.ToString();
        return string.Concat(text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)], "…");
    }
}
