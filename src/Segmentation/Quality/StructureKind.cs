namespace Segmentation.Quality;

/// <summary>What kind of segments data allow (Dolnicar and Leisch, Marketing Letters 21, 2010).</summary>
public enum StructureKind
{
    /// <summary>No gaps, and other clusters at each draw of rows: any segments are a choice of management.</summary>
    Constructive,

    /// <summary>No gaps between clusters, but the same clusters come back.</summary>
    Reproducible,

    /// <summary>Clusters that are clear, apart from each other, and come back.</summary>
    Natural,
}
