using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data;

public sealed class User : IdentityUser<int>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Null: what the role brings.</summary>
    public bool? MayExport { get; set; }
    public DateTime? LastSignInAt { get; set; }
    public DateTime? DisabledAt { get; set; }

    /// <summary>The time step of the last code taken from an authenticator app: no code is good twice.</summary>
    public long? LastCodeStep { get; set; }
}

public sealed class ApiKey
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required byte[] Hash { get; set; }

    /// <summary>Some of read, write, export, erase, parted by blanks.</summary>
    public required string Scopes { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>The part of the key that is no secret; none when the settings brought the key.</summary>
    public string? PublicId { get; set; }

    /// <summary>The key is good as long as this person is an administrator; none when the settings brought the key.</summary>
    public int? OwnerId { get; set; }
    public string CreatedBy { get; set; } = "";
    public DateTime? ExpiresAt { get; set; }
    public DateTime? RevokedAt { get; set; }
    public DateTime? LastUsedAt { get; set; }

    public bool IsGoodAt(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);
}
