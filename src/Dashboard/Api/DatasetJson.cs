using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Api;

public sealed record Accepted(int Id, string Status, Dictionary<string, string> Links);

public sealed record DatasetJson(
    int Id, string Name, DatasetKind Kind, string FileName, string Sha256, int Version, string Status, double Progress,
    ImportCounts Rows, IReadOnlyList<ColumnJson> Columns, string? Error)
{
    public static DatasetJson Of(Import import) => new(
        import.DatasetId, import.Dataset.Name, import.Dataset.Kind, import.FileName, import.Sha256, import.Dataset.Version, StatusOf(import), Math.Round(import.Progress, 4),
        import.RowsKept(), [.. import.Dataset.Columns.OrderBy(c => c.Position).Select(ColumnJson.Of)], import.Error);

    public static Accepted Accepted(Import import) =>
        new(import.DatasetId, StatusOf(import), new() { ["self"] = $"/api/v1/datasets/{import.DatasetId}", ["page"] = $"/datasets/{import.DatasetId}" });

    private static string StatusOf(Import import) => import.Status switch
    {
        WorkStatus.Running => "importing",
        WorkStatus.Completed => "ready",
        var other => other.ToString().ToLowerInvariant(),
    };
}

public sealed record ColumnJson(
    string Name, string Label, ColumnRole Role, string? Unit, int Missing, int Distinct, double? Min, double? Max, double? Mean, double? StandardDeviation, double? Median, bool Sensitive)
{
    public static ColumnJson Of(Column c) => new(c.Name, c.Label, c.Role, c.Unit, c.Missing, c.Distinct, c.Min, c.Max, c.Mean, c.StandardDeviation, c.Median, c.IsSensitive);
}
