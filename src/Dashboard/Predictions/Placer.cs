using Segmentation;
using Segmentation.Classification;
using Segmentation.Clustering;
using Segmentation.Profiles;

namespace Dashboard.Predictions;

/// <summary>Places points in the segments of a run. The run's own customers get the segment that the run gave them.</summary>
public abstract class Placer
{
    public abstract Placement Place(ReadOnlySpan<double> point);

    /// <summary>The probability of each segment, by index, where the algorithm knows any.</summary>
    public virtual double[]? Memberships(ReadOnlySpan<double> point) => null;

    protected static double Square(ReadOnlySpan<double> point, double[] centre)
    {
        // In the order of the columns, as the engine adds them, so that ties fall alike.
        var sum = 0.0;
        for (var j = 0; j < centre.Length; j++)
        {
            var difference = point[j] - centre[j];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>The greatest and the next, of equals the lower index; -1 where there is no second.</summary>
    protected static (int First, int Second) Greatest(ReadOnlySpan<double> shares)
    {
        var (first, second) = (0, -1);
        for (var c = 1; c < shares.Length; c++)
        {
            (first, second) = shares[c] > shares[first] ? (c, first) : second < 0 || shares[c] > shares[second] ? (first, c) : (first, second);
        }
        return (first, second);
    }
}

/// <summary>K-Means: the nearest centre, of equals the lower index.</summary>
public sealed class NearestCentre(double[][] centres, Familiarity familiar) : Placer
{
    public IReadOnlyList<double[]> Centres => centres;

    public override Placement Place(ReadOnlySpan<double> point)
    {
        var (first, second, least, next) = (-1, -1, double.PositiveInfinity, double.PositiveInfinity);
        for (var c = 0; c < centres.Length; c++)
        {
            var square = Square(point, centres[c]);
            if (square < least)
            {
                (second, next, first, least) = (first, least, c, square);
            }
            else if (square < next)
            {
                (second, next) = (c, square);
            }
        }
        var margin = second < 0 ? 1 : next == 0 ? 0 : 1 - Math.Sqrt(least / next);
        var distance = Math.Sqrt(least);
        return new(first, distance, second, margin, familiar.Clearer(margin), familiar.IsUnlike(point, first, distance));
    }
}

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

/// <summary>A trained classifier: the most probable segment; the margin is how much more probable than the next. It gives everybody one.</summary>
public sealed class Learned(IClassifier classifier, double[][] centres, Familiarity familiar) : Placer
{
    public override Placement Place(ReadOnlySpan<double> point)
    {
        Span<double> shares = stackalloc double[classifier.Classes];
        Probabilities(point, shares);
        var (first, second) = Greatest(shares);
        var distance = Math.Sqrt(Square(point, centres[first]));
        return new(first, distance, second, second < 0 ? 1 : shares[first] - shares[second], double.NaN, familiar.IsUnlike(point, first, distance));
    }

    public override double[] Memberships(ReadOnlySpan<double> point)
    {
        var shares = new double[classifier.Classes];
        Probabilities(point, shares);
        return shares;
    }

    private void Probabilities(ReadOnlySpan<double> point, Span<double> shares)
    {
        Span<float> row = stackalloc float[point.Length];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = (float)point[j];
        }
        classifier.Probabilities(row, shares);
    }
}

/// <summary>DBSCAN: the nearest core point, if it is within reach; HDBSCAN: the nearest of all customers, also where that one has no segment.</summary>
public sealed class NearestNeighbour(LabelledRows? rows, double reach) : Placer
{
    public double Reach => reach;

    /// <summary>Null when there is no dense place at all.</summary>
    public LabelledRows? Rows => rows;

    public override Placement Place(ReadOnlySpan<double> point)
    {
        if (rows is null)
        {
            return new(-1, double.NaN, -1, double.NaN, double.NaN, true);
        }
        var (_, label, distance) = rows.Nearest(point);
        return distance <= reach ? new(label, distance, -1, double.NaN, double.NaN, false) : new(-1, distance, label, double.NaN, double.NaN, true);
    }
}
