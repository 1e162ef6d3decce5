namespace Dashboard.Csv;

/// <summary>Passes over physical lines and stops on a line break, not after it.</summary>
internal sealed class LineSkip(RewindableStream text)
{
    public const int Kept = 4 * CsvLimits.RawChars;
    private readonly byte[] buffer = new byte[1 << 14];
    private readonly List<byte> beginning = [];

    public long LineBreaks { get; private set; }
    public long Bytes { get; private set; }
    public byte[] Beginning => [.. beginning[..(int)Math.Min(beginning.Count, Bytes)]];

    public void Lines(int count) => Skip((breaks, _) => breaks == count - 1);

    public void Past(long bytes) => Skip((_, passed) => passed >= bytes);

    private void Skip(Func<long, long, bool> stopsHere)
    {
        var start = text.Position;
        var afterReturn = false;
        for (int count; (count = text.Read(buffer)) > 0; Bytes += count)
        {
            Keep(buffer.AsSpan(0, count));
            if (FindStop(buffer.AsSpan(0, count), afterReturn, stopsHere) is { } stop)
            {
                Bytes += stop;
                text.Rewind(start + Bytes);
                return;
            }
            afterReturn = buffer[count - 1] == '\r';
        }
    }

    private int? FindStop(ReadOnlySpan<byte> bytes, bool afterReturn, Func<long, long, bool> stopsHere)
    {
        for (int at = 0, next; (next = bytes[at..].IndexOfAny("\r\n"u8)) >= 0; at += next + 1)
        {
            var here = at + next;
            var secondHalf = bytes[here] == '\n' && (here == 0 ? afterReturn : bytes[here - 1] == '\r');
            if (secondHalf) continue;
            if (stopsHere(LineBreaks, Bytes + here)) return here;
            LineBreaks++;
        }
        return null;
    }

    private void Keep(ReadOnlySpan<byte> bytes) => beginning.AddRange(bytes[..Math.Min(bytes.Length, Kept - beginning.Count)]);
}
