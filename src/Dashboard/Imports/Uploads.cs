using System.Security.Cryptography;
using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

public sealed record Upload(string StoredName, string FileName, string Sha256, long Length);

/// <summary>Files as they came, under made-up names in the storage folder.</summary>
public sealed class Uploads(StorageFolder folder, IConfiguration configuration)
{
    public const long DefaultMaxBytes = 1L << 30;

    /// <summary>What the request may hold at most, whatever the setting says.</summary>
    public const long MostBytes = 8L << 30;

    public long MaxBytes { get; } = LimitOf(configuration);

    public static long LimitOf(IConfiguration configuration) => configuration.Number("Imports:MaxBytes", DefaultMaxBytes, 1, MostBytes);

    public string PathOf(string storedName) => Path.Combine(folder.Uploads, storedName);

    public async Task<Upload> StoreAsync(Stream content, string fileName, CancellationToken cancellation)
    {
        var stored = Guid.NewGuid().ToString("N") + (fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? ".csv.gz" : ".csv");
        try
        {
            var (hash, length) = await CopyAsync(content, PathOf(stored), cancellation);
            return new Upload(stored, FileNames.Tidy(fileName), hash, length);
        }
        catch
        {
            Delete(stored);
            throw;
        }
    }

    public void Delete(string storedName) => File.Delete(PathOf(storedName));

    private async Task<(string Hash, long Length)> CopyAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = OwnersFile.Create(path);
        var buffer = new byte[1 << 17];
        long length = 0;
        for (int read; (read = await ReadAsync(content, buffer, cancellation)) > 0; length += read)
        {
            if (length + read > MaxBytes)
            {
                throw new UploadTooLarge(MaxBytes);
            }
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    private static async ValueTask<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellation);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new CsvRefused("The upload broke off before it was complete. Send the file again.");
        }
    }
}
