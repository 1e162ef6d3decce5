namespace Dashboard.Data;

public enum WorkStatus
{
    Queued, Running, Completed, Failed, Cancelled, Undone,

    /// <summary>Nobody has asked for it yet.</summary>
    Draft,
}

/// <summary>A row that asks for long work. The row is the truth: whoever holds its lease may work on it.</summary>
public abstract class Work
{
    public const int MaxAttempts = 3;

    public int Id { get; set; }
    public WorkStatus Status { get; set; }
    public double Progress { get; set; }
    public string Stage { get; set; } = "";
    public string? Error { get; set; }
    public bool CancelRequested { get; set; }
    public string? Owner { get; set; }
    public DateTime? LeaseUntil { get; set; }
    public int Attempts { get; set; }
    public DateTime QueuedAt { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public string CreatedBy { get; set; } = "";

    public bool IsUnderWay => Status is WorkStatus.Queued or WorkStatus.Running;
}
