namespace Dashboard.Data;

/// <summary>Somebody who is to be left out, known only by a pseudonym of their address or key.</summary>
public sealed class Suppression
{
    public int Id { get; set; }
    public required byte[] Pseudonym { get; set; }

    /// <summary>The data set whose key it is; null for an address, which counts in all.</summary>
    public int? DatasetId { get; set; }
    public Dataset? Dataset { get; set; }
    public string Reason { get; set; } = "";
    public DateTime AddedAt { get; set; }
    public string AddedBy { get; set; } = "";
}

/// <summary>A line of the erasure journal that this database has carried out.</summary>
public sealed class Erasure
{
    /// <summary>That of the journal's line.</summary>
    public Guid Id { get; set; }
    public DateTime At { get; set; }
}
