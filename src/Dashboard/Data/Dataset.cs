namespace Dashboard.Data;

public enum DatasetKind { Customers, Transactions }

public sealed class Dataset
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public DatasetKind Kind { get; set; }

    /// <summary>The version that people see; 0 until the first import is complete.</summary>
    public int Version { get; set; }
    public int Customers { get; set; }
    public bool IsSample { get; set; }

    /// <summary>Customers of whom no file has spoken for so many days are deleted; null keeps them.</summary>
    public int? KeepDays { get; set; }
    public DateTime CreatedAt { get; set; }
    public string CreatedBy { get; set; } = "";
    public List<Column> Columns { get; } = [];
    public List<Import> Imports { get; } = [];
    public List<Run> Runs { get; } = [];

    /// <summary>Keys differ from customer to customer.</summary>
    public void CountKeys()
    {
        if (Columns.Find(c => c.Role == Csv.ColumnRole.Key) is { } key)
        {
            key.Distinct = Customers;
        }
    }

    /// <summary>What the key is called in downloads and tables; needs the columns.</summary>
    public string KeyName => Columns.Find(c => c.Role == Csv.ColumnRole.Key)?.Name ?? "Customer";
}
