using System.Buffers;

namespace Dashboard.Csv;

/// <summary>A stream that remembers its last bytes, so that reading can go back to a record that went wrong, whatever the source.</summary>
internal sealed class RewindableStream(Stream source, int window) : Stream
{
    private readonly byte[] ring = ArrayPool<byte>.Shared.Rent(window);
    private bool isClosed;
    private long fetched, position;

    public override long Position { get => position; set => Rewind(value); }
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    /// <summary>Puts bytes in front of the source before anything is read.</summary>
    public void Prefix(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(ring);
        fetched = bytes.Length;
    }

    public void Rewind(long to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, fetched);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, Math.Max(0, fetched - window));
        position = to;
    }

    public override int Read(Span<byte> buffer)
    {
        if (position == fetched) return Fetch(buffer);
        var start = (int)(position % window);
        var count = (int)Math.Min(Math.Min(buffer.Length, fetched - position), window - start);
        ring.AsSpan(start, count).CopyTo(buffer);
        position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Fetch(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        var start = fetched + Math.Max(0, count - window);
        for (var rest = buffer[(int)(start - fetched)..count]; !rest.IsEmpty;)
        {
            var at = (int)(start % window);
            var part = rest[..Math.Min(rest.Length, window - at)];
            part.CopyTo(ring.AsSpan(at));
            rest = rest[part.Length..];
            start += part.Length;
        }
        position = fetched += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !isClosed)
        {
            isClosed = true;
            ArrayPool<byte>.Shared.Return(ring);
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
