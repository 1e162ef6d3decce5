using System.Xml;
using System.Xml.Linq;
using Dashboard.Data;

namespace Dashboard.Reports;

/// <summary>Whose reports these are, and the paper they are printed on. The logo is written into the page, so that no other file is asked for.</summary>
public sealed record Letterhead(string? Company, string? Logo, string Paper)
{
    private const int LargestLogo = 500_000;
    private static readonly string[] Papers = ["A4", "Letter"];

    public bool IsLetter => Paper == Papers[1];

    public static Letterhead Read(IConfiguration configuration)
    {
        var wished = configuration["Report:Paper"] is { Length: > 0 } text ? text : Papers[0];
        var paper = Array.Find(Papers, p => p.Equals(wished, StringComparison.OrdinalIgnoreCase)) ?? throw new StartRefused($"Report:Paper is A4 or Letter, not {wished}.");
        return new(configuration["Report:Company"] is { Length: > 0 } company ? company : null, configuration["Report:Logo"] is { Length: > 0 } path ? Embed(path) : null, paper);
    }

    private static string Embed(string path)
    {
        if (!File.Exists(path))
        {
            throw new StartRefused($"Report:Logo {path} does not exist.");
        }
        if (new FileInfo(path).Length > LargestLogo)
        {
            throw new StartRefused($"Report:Logo {path} is larger than {LargestLogo / 1000} kB. Give a smaller picture.");
        }
        var bytes = File.ReadAllBytes(path);
        var kind = IsPng(bytes) ? "png" : IsSvg(bytes) ? "svg+xml"
            : throw new StartRefused($"Report:Logo {path} is neither a PNG nor an SVG picture.");
        return $"data:image/{kind};base64,{Convert.ToBase64String(bytes)}";
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    private static bool IsSvg(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            return XDocument.Load(reader).Root?.Name.LocalName == "svg";
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
