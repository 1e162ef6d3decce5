namespace Browser.Tests;

internal sealed class TemporaryPdf : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public Pdf Content => new(_path);

    public static async Task<TemporaryPdf> OfAsync(byte[] bytes)
    {
        var pdf = new TemporaryPdf();
        await File.WriteAllBytesAsync(pdf._path, bytes);
        return pdf;
    }

    public void Dispose() => File.Delete(_path);
}
