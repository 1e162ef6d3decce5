namespace Segmentation.Quality;

/// <summary>What a mean Jaccard coefficient over bootstrap samples is worth, after Hennig (CSDA 52, 2007) and the advice that goes with his program.</summary>
public enum StabilityVerdict
{
    /// <summary>At most 0.5: the cluster dissolves.</summary>
    Dissolves,

    /// <summary>Under 0.6: not to be targeted alone.</summary>
    Weak,

    /// <summary>Under 0.75: a pattern, but which rows belong to it is doubtful.</summary>
    Doubtful,

    /// <summary>Under 0.85.</summary>
    Stable,

    /// <summary>From 0.85.</summary>
    VeryStable,
}
