using System.Buffers.Binary;
using System.IO.Compression;
using static System.FormattableString;

namespace Dashboard.Csv;

/// <summary>Unpacks gzip up to a number of bytes and a ratio: a small upload must not fill the disk.</summary>
internal sealed class CappedGzip(Stream packed, long maxBytes) : Stream
{
    // Below this much output a high ratio is ordinary: headers and short repetitive files pack very well.
    private const long RatioCountsFrom = 1 << 20;
    private readonly GZipStream gzip = new(packed, CompressionMode.Decompress);
    private long unpacked;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => unpacked; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = Unpack(buffer);
        unpacked += count;
        if (count == 0 && buffer.Length > 0) CheckEnd();
        if (unpacked > maxBytes)
            throw new CsvRefused(Invariant($"Unpacked, this file is larger than {maxBytes >> 20:N0} MB. Split it into smaller files."));
        if (unpacked > RatioCountsFrom && unpacked > packed.Position * CsvLimits.UnpackedRatio)
            throw new CsvRefused($"This gzip file unpacks to more than {CsvLimits.UnpackedRatio} times its size. Upload the CSV itself.");
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The framework takes a file cut in the middle for a short one. The last four bytes of a whole one are its unpacked length;
    // files glued together from several fail this too and are refused with the same remedy.
    private void CheckEnd()
    {
        Span<byte> last = stackalloc byte[4];
        packed.Seek(-Math.Min(4, packed.Length), SeekOrigin.End);
        packed.ReadAtLeast(last, 4, throwOnEndOfStream: false);
        if (BinaryPrimitives.ReadUInt32LittleEndian(last) != (uint)unpacked) throw Damaged();
    }

    private static CsvRefused Damaged() => new("This gzip file is damaged or cut short. Pack it again.");

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return gzip.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) gzip.Dispose();
        base.Dispose(disposing);
    }
}
