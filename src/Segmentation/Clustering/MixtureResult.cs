namespace Segmentation.Clustering;

/// <summary>
/// A clustering and the mixture it comes from: component c of the mixture is cluster c; components that are nobody's greatest come
/// last. The log-likelihood is the sum over rows; of Bic and Aic less is better. Converged is false when the iterations ran out.
/// </summary>
public sealed record MixtureResult(ClusteringResult Clustering, Mixture Mixture, double LogLikelihood, double Bic, double Aic, bool Converged);
