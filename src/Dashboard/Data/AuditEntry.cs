using System.Security.Cryptography;
using System.Text.Json;
using Dashboard.Csv;

namespace Dashboard.Data;

/// <summary>Who did or saw what. Entries are only ever added, and each holds the hash of the one before.</summary>
public sealed class AuditEntry
{
    private const int LongestText = 200;

    /// <summary>Migrations may rebuild a table and lose its triggers, so every start makes sure of them.</summary>
    internal const string Triggers =
        """
        CREATE TRIGGER IF NOT EXISTS audit_is_not_changed BEFORE UPDATE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit log can only be added to.'); END;
        CREATE TRIGGER IF NOT EXISTS audit_is_not_deleted BEFORE DELETE ON Audit BEGIN SELECT RAISE(ABORT, 'The audit log can only be added to.'); END;
        """;

    private static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    public long Id { get; private set; }
    public required DateTime At { get; init; }
    public required string Who { get; init; }

    /// <summary>A word that stays the same for ever, as "import.undone".</summary>
    public required string What { get; init; }

    /// <summary>As "data set 3, Shoppers"; a customer by pseudonym.</summary>
    public required string About { get; init; }
    public string? Address { get; init; }
    public byte[] PreviousHash { get; private set; } = Beginning;
    public byte[] Hash { get; private set; } = [];

    /// <summary>Texts as they will be read again, so that the hash holds then too.</summary>
    public static AuditEntry Of(DateTime at, string who, string what, string about, string? address) =>
        new() { At = at, Who = Tidy(who), What = what, About = Tidy(about), Address = address };

    /// <summary>Takes its place at the end of the chain.</summary>
    public void Follow(AuditEntry? last)
    {
        (Id, PreviousHash) = ((last?.Id ?? 0) + 1, last?.Hash ?? Beginning);
        Hash = HashOfAll();
    }

    public bool IsNextAfter(AuditEntry? last) => Id == (last?.Id ?? 0) + 1 && PreviousHash.AsSpan().SequenceEqual(last?.Hash ?? Beginning) && IsWhole;

    public bool IsWhole => Hash.AsSpan().SequenceEqual(HashOfAll());

    /// <summary>What is said of the entries before this one when they are cut off.</summary>
    public string WhereCut => $"entries up to {Id - 1}, of which the last has the hash {Convert.ToHexStringLower(PreviousHash)}";

    private byte[] HashOfAll() =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new object?[] { Id, At.ToString("O"), Who, What, About, Address, PreviousHash }));

    private static string Tidy(string text)
    {
        var clean = CellText.Clean(text).ReplaceLineEndings(" ");
        return clean.Length <= LongestText ? clean : clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
