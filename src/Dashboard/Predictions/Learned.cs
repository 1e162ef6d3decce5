using Segmentation.Classification;
using Segmentation.Profiles;

namespace Dashboard.Predictions;

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

    public override bool IsSoft => true;

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
