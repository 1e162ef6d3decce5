namespace Dashboard.Pages.Imports;

/// <summary>Where somebody is on the way from a file to customers; earlier steps can be gone back to.</summary>
public sealed record Steps(int At, int? Draft = null, int? DatasetId = null)
{
    public IEnumerable<(string Name, string? Link, bool IsHere)> All =>
    [
        ("Upload", At > 1 ? "/datasets/new" + (DatasetId is { } id ? $"?datasetId={id}" : "") : null, At == 1),
        ("Match columns", At > 2 ? $"/imports/{Draft}/match" : null, At == 2),
        ("Check", null, At == 3),
        ("Import", null, At == 4),
    ];
}
