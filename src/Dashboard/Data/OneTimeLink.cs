namespace Dashboard.Data;

/// <summary>Lets whoever holds its token choose a password once: somebody invited, or a user who forgot theirs. Gone when used.</summary>
public sealed class OneTimeLink
{
    public int Id { get; set; }
    public required byte[] Hash { get; set; }
    public required string Email { get; set; }

    /// <summary>The role to come of somebody invited; null in a link that is a user's.</summary>
    public string? Role { get; set; }
    public int? UserId { get; set; }
    public User? User { get; set; }
    public required string CreatedBy { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }
}
