namespace Segmentation.Clustering;

/// <summary>A component of a mixture has shrunk onto rows that do not span the features, where a density has no limit.</summary>
public sealed class CollapsedComponentException()
    : InvalidOperationException("A component has collapsed onto too few distinct rows. Raise the regularisation, ask for fewer components, or use diagonal covariances.");
