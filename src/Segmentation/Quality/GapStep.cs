namespace Segmentation.Quality;

/// <summary>The gap of one number of clusters: mean log WCSS of the reference tables less that of the data, and s, the error of that mean.</summary>
public sealed record GapStep(int K, double LogWcss, double ReferenceLogWcss, double Gap, double Error);
