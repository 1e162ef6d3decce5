namespace Dashboard.Data;

/// <summary>What a team calls segments of a kind: "high income, low spending" are "Careful savers".</summary>
public sealed class Nickname
{
    public int Id { get; set; }
    public required string When { get; set; }
    public required string Name { get; set; }
}
