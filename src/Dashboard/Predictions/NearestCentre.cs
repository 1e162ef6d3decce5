using Segmentation.Profiles;

namespace Dashboard.Predictions;

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
