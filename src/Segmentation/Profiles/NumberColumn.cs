namespace Segmentation.Profiles;

/// <summary>A numeric feature in original units, one value per row; NaN is missing. Clustered says whether it took part in the clustering.</summary>
public sealed record NumberColumn(string Name, string Label, string? Unit, double[] Values, bool Clustered);
