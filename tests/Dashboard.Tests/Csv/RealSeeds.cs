using System.IO.Compression;

namespace Dashboard.Tests.Csv;

/// <summary>Pieces of the real files: the header and some lines from anywhere below it.</summary>
internal sealed class RealSeeds
{
    // A record that swallows its whole piece is then still shorter than what a record shows of itself, so all of it can be compared.
    private const int PieceBytes = 4_000;
    private const int HeadBytes = 1 << 20;
    private readonly List<(byte[] Bytes, int Header)> files;

    public RealSeeds()
    {
        string[] paths = [.. Directory.GetFiles(RealFiles.Folder("mall")).Order(), .. Directory.GetFiles(RealFiles.Folder("bench")).Order(), RealFiles.Folder("online-retail.csv.gz")];
        files = [.. paths.Select(Head).Select(bytes => (bytes, Array.IndexOf(bytes, (byte)'\n') + 1))];
    }

    public int Count => files.Count;

    public byte[] Next(Random random)
    {
        var (bytes, header) = files[random.Next(files.Count)];
        var from = random.Next(4) == 0 ? header : NextLine(bytes, random.Next(header, bytes.Length));
        var length = Math.Min(random.Next(16) == 0 ? PieceBytes : random.Next(1_000), bytes.Length - from);
        return [.. bytes[..header], .. bytes[from..(from + length)]];
    }

    private static int NextLine(byte[] bytes, int at) => Array.IndexOf(bytes, (byte)'\n', at) is >= 0 and var end ? end + 1 : at;

    private static byte[] Head(string path)
    {
        using var file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var bytes = new byte[HeadBytes];
        return bytes[..plain.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
