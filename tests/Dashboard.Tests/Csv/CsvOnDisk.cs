using System.IO.Compression;
using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>A CSV written to a temporary file, and what reading it gives.</summary>
internal sealed class CsvOnDisk : IDisposable
{
    public CsvOnDisk(byte[] bytes, string extension = ".csv")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid() + extension);
        File.WriteAllBytes(Path, bytes);
    }

    public CsvOnDisk(string text, Encoding? encoding = null) : this(Bytes(text, encoding ?? new UTF8Encoding(false))) { }

    public string Path { get; }

    public CsvFormat Format => CsvDetection.Detect(Path);

    public static CsvOnDisk Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return new CsvOnDisk(packed.ToArray(), ".csv.gz");
    }

    public CsvFile Open(CsvFormat? format = null) => CsvFile.Open(Path, format ?? Format);

    public IReadOnlyList<string> Columns
    {
        get
        {
            using var csv = Open();
            return csv.Columns;
        }
    }

    /// <summary>Each record as "line: a|b", or "line! problem".</summary>
    public List<string> Records(CsvFormat? format = null)
    {
        using var csv = Open(format);
        var records = new List<string>();
        while (csv.Read()) records.Add(csv.Problem is null ? $"{csv.Line}: {string.Join('|', Fields(csv))}" : $"{csv.Line}! {csv.Problem}");
        return records;
    }

    public static string[] Fields(CsvFile csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(i => csv.Field(i).ToString())];

    public string Refusal() => Assert.Throws<CsvRefused>(() => Open().Dispose()).Message;

    public void Dispose() => File.Delete(Path);

    private static byte[] Bytes(string text, Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
}
