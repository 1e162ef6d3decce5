namespace Dashboard.Data;

/// <summary>Where somebody is signed in. A cookie whose row is gone opens nothing.</summary>
public sealed class Session
{
    public Guid Id { get; init; }
    public int UserId { get; init; }
    public DateTime BegunAt { get; init; }

    /// <summary>At most a minute old.</summary>
    public DateTime LastSeenAt { get; set; }
    public string? Address { get; init; }

    /// <summary>In words, as "Firefox on Windows".</summary>
    public string Browser { get; init; } = "";
}
