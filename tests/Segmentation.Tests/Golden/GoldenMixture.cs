namespace Segmentation.Tests.Golden;

/// <summary>EM on standardised features from the true clusters, and the best log-likelihood of ten starts.</summary>
internal sealed record GoldenMixture(double[] Weights, double[][] Means, double LogLikelihood, double Bic, double Aic, int[] Labels, double BestOfTen);
