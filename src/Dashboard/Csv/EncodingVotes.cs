using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Dashboard.Csv;

/// <summary>
/// UTF-8, unless the bytes that are not UTF-8 outnumber its multi-byte characters and read as western letters: then Windows-1252.
/// A file that is nearly all UTF-8 stays UTF-8, and its few bad bytes are the problem of their records.
/// </summary>
internal sealed class EncodingVotes
{
    private long utf8, western;
    private byte[] rest = [];

    public string Winner => western > utf8 ? "windows-1252" : "utf-8";

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (rest.Length > 0)
        {
            byte[] joined = [.. rest, .. bytes];
            rest = [];
            Count(joined);
        }
        else Count(bytes);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        for (int next; (next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF)) >= 0;)
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.NeedMoreData)
            {
                rest = bytes.ToArray();
                return;
            }
            if (status == OperationStatus.Done) utf8++;
            else if (IsWestern(bytes[0])) western++;
            bytes = bytes[consumed..];
        }
    }

    // Five codes are empty in Windows-1252, and 0xFF would be a y with two dots: damage rather than text.
    private static bool IsWestern(byte value) => value is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D or 0xFF);
}
