using System.Text.Json;
using Dashboard.Csv;

namespace Dashboard.Imports;

public enum OnBadRow { Reject, Fail }

public enum OnMissing { Keep, Reject, Median }

public enum OnDuplicate { First, Last, Reject }

/// <summary>How a file is read: detected, then changed by whoever imports it.</summary>
public sealed record ImportOptions(
    CsvFormat Format,
    IReadOnlyList<ColumnChoice> Columns,
    OnBadRow OnBadRow = OnBadRow.Reject,
    OnMissing OnMissing = OnMissing.Keep,
    OnDuplicate OnDuplicate = OnDuplicate.First,
    bool AcceptManyRejects = false)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ImportOptions FromJson(string json) => JsonSerializer.Deserialize<ImportOptions>(json)!;
}

/// <summary>What a column of the file becomes.</summary>
public sealed record ColumnChoice(string Source, string Name, ColumnRole Role, DateOrder DateOrder);
