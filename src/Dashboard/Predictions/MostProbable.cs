using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Dashboard.Predictions;

/// <summary>A mixture: the most probable component; the margin is how much more probable than the next.</summary>
public sealed class MostProbable(Mixture mixture, int segments, Familiarity familiar) : Placer
{
    private readonly (double Constant, double[] Triangle)[] _densities = [.. mixture.LogDensities()];

    public Mixture Mixture => mixture;

    public int Segments => segments;

    public override Placement Place(ReadOnlySpan<double> point)
    {
        Span<double> shares = stackalloc double[_densities.Length];
        Responsibilities(point, shares);
        var (first, second) = Greatest(shares[..segments]);
        var distance = Math.Sqrt(Square(point, mixture.Means[first]));
        return new(first, distance, second, second < 0 ? 1 : shares[first] - shares[second], double.NaN, familiar.IsUnlike(point, first, distance));
    }

    public override bool IsSoft => true;

    public override double[] Memberships(ReadOnlySpan<double> point)
    {
        var shares = new double[_densities.Length];
        Responsibilities(point, shares);
        return shares[..segments];
    }

    /// <summary>The engine works them out for many rows at a time, at a cost that a single one does not repay.</summary>
    private void Responsibilities(ReadOnlySpan<double> point, Span<double> shares)
    {
        var greatest = double.NegativeInfinity;
        for (var c = 0; c < shares.Length; c++)
        {
            shares[c] = _densities[c].Constant - SquareOf(point, mixture.Means[c], _densities[c].Triangle) / 2;
            greatest = Math.Max(greatest, shares[c]);
        }
        var sum = 0.0;
        foreach (ref var share in shares)
        {
            share = Math.Exp(share - greatest);
            sum += share;
        }
        foreach (ref var share in shares)
        {
            share /= sum;
        }
    }

    private static double SquareOf(ReadOnlySpan<double> point, double[] mean, double[] triangle)
    {
        var (sum, at) = (0.0, 0);
        for (var i = 0; i < mean.Length; i++)
        {
            var along = 0.0;
            for (var j = 0; j <= i; j++)
            {
                along += triangle[at++] * (point[j] - mean[j]);
            }
            sum += along * along;
        }
        return sum;
    }
}
