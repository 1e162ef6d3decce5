using System.Text.Json;
using Dashboard.Csv;

namespace Dashboard.Batches;

/// <summary>How a file is read. Fields holds for each number of the run, then for each category, its column in the file, -1 for none.</summary>
public sealed record BatchOptions(CsvFormat Format, IReadOnlyList<int> Fields)
{
    public const int None = -1;

    public bool IsComplete => !Fields.Contains(None);

    public string ToJson() => JsonSerializer.Serialize(this);

    public static BatchOptions FromJson(string json) => JsonSerializer.Deserialize<BatchOptions>(json)!;
}
