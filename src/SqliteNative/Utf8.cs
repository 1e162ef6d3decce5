using System.Text;

namespace SQLitePCL;

internal static unsafe class Utf8
{
    internal static byte[]? Terminated(string? text)
    {
        if (text is null) return null;
        // C would silently end at the NUL and open another file or run half the SQL.
        if (text.Contains('\0')) throw new ArgumentException("A name or SQL text cannot hold a NUL character.", nameof(text));
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    internal static string? ToText(byte* terminated) => new utf8z(terminated).utf8_to_string();
}
