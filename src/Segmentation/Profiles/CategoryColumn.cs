namespace Segmentation.Profiles;

/// <summary>A feature of words, one value per row; null is missing.</summary>
public sealed record CategoryColumn(string Name, string Label, string?[] Values);
