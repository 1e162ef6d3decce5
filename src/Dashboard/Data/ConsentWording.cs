namespace Dashboard.Data;

/// <summary>The words that customers agreed or objected to in a column, from a day on until the next version of them.</summary>
public sealed class ConsentWording
{
    public int Id { get; set; }
    public int ColumnId { get; set; }

    /// <summary>From 1, for each column.</summary>
    public int Version { get; set; }

    /// <summary>Where they were asked, as "newsletter form of the shop".</summary>
    public string Source { get; set; } = "";
    public required string Text { get; set; }
    public DateOnly Since { get; set; }
    public string WrittenBy { get; set; } = "";
}
