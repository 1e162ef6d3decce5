using System.Globalization;
using Dashboard.Data;

namespace Dashboard.Privacy;

public sealed record ErasureLine(Guid Id, DateTime At, string Pseudonym);

/// <summary>
/// Every erasure as a line beside the database: a backup that is put back has forgotten them, this file has not. It names nobody,
/// and is written before anything is erased, so that what was interrupted is done at the next start.
/// </summary>
public sealed class ErasureJournal(StorageFolder folder, Pseudonyms pseudonyms, TimeProvider time)
{
    private readonly string _path = Path.Combine(folder.Root, "erasures.journal");

    public string PseudonymOf(int dataset, string key) => Convert.ToHexStringLower(pseudonyms.OfExactly($"{dataset}\n{CustomerTable.Fold(key)}"));

    public async Task<ErasureLine> AddAsync(int dataset, string key, CancellationToken cancellation)
    {
        var line = new ErasureLine(Guid.NewGuid(), time.GetUtcNow().UtcDateTime, PseudonymOf(dataset, key));
        await using var file = OwnersFile.Append(_path);
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Id:N} {line.At:O} {line.Pseudonym}\n")), cancellation);
        file.Flush(flushToDisk: true);
        return line;
    }

    /// <summary>The last line may be half a line, if the machine died over it; then nothing was erased yet.</summary>
    public IReadOnlyList<ErasureLine> Read() => !File.Exists(_path) ? [] : [.. File.ReadLines(_path).Select(Parse).OfType<ErasureLine>()];

    private static ErasureLine? Parse(string line) =>
        line.Split(' ') is [var id, var at, { Length: 64 } pseudonym] && Guid.TryParse(id, out var known)
            && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var when) ? new(known, when, pseudonym) : null;
}
