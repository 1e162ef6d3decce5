using Dashboard.Csv;

namespace Dashboard.Data;

/// <summary>A column of a data set, with the statistics of the version that people see.</summary>
public sealed class Column
{
    public int Id { get; set; }
    public int DatasetId { get; set; }
    public int Position { get; set; }
    public required string Source { get; set; }
    public required string Name { get; set; }
    public required string Label { get; set; }
    public string? Unit { get; set; }
    public ColumnRole Role { get; set; }


    /// <summary>What somebody said of it; null leaves it to its name.</summary>
    public bool? Sensitive { get; set; }

    /// <summary>The version whose import brought it.</summary>
    public int FromVersion { get; set; } = 1;
    public int Missing { get; set; }
    public int Distinct { get; set; }
    public double? Min { get; set; }
    public double? Max { get; set; }
    public double? Mean { get; set; }
    public double? StandardDeviation { get; set; }
    public double? Median { get; set; }

    /// <summary>People must not be disadvantaged by it.</summary>
    public bool IsSensitive => IsStored && (Sensitive ?? HeaderWords.IsSensitive(Label));

    /// <summary>Key and ignored columns have no place of their own in the customers' table.</summary>
    public bool IsStored => Role is not (ColumnRole.Key or ColumnRole.Ignore);
}
