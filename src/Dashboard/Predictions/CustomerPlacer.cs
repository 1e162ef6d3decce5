using Dashboard.Data;
using Segmentation.Profiles;

namespace Dashboard.Predictions;

/// <summary>Places customers by the values of their columns, prepared exactly as the run prepared its own.</summary>
public sealed class CustomerPlacer(FeatureSource source, IReadOnlyList<Column> words, Preparation preparation, Placer placer, Familiarity familiar)
{
    /// <summary>The columns whose numbers a customer must have, in the order in which they are given.</summary>
    public IReadOnlyList<Column> Numbers => source.Columns;

    public FeatureSource Source => source;

    public IReadOnlyList<Column> Words => words;

    public Preparation Preparation => preparation;

    public Placer Placer => placer;

    public Familiarity Familiar => familiar;

    /// <summary>Null when a derived feature or a logarithm has no value for this customer.</summary>
    public Placement? Place(ReadOnlySpan<double> numbers, ReadOnlySpan<string?> texts)
    {
        Span<double> point = stackalloc double[preparation.Dimensions];
        return Prepare(numbers, texts, point) ? placer.Place(point) : null;
    }

    /// <summary>The point of a customer, in the units clustered; false when it has none.</summary>
    public bool Prepare(ReadOnlySpan<double> numbers, ReadOnlySpan<string?> texts, Span<double> point)
    {
        Span<double> features = stackalloc double[preparation.Numbers.Count];
        source.Values(numbers, features);
        preparation.Point(features, texts, point);
        foreach (var coordinate in point)
        {
            if (!double.IsFinite(coordinate))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The numbers of the features, derived ones worked out.</summary>
    public double[] Features(ReadOnlySpan<double> numbers)
    {
        var features = new double[preparation.Numbers.Count];
        source.Values(numbers, features);
        return features;
    }

    /// <summary>The features in which a point lies outside of what the run has seen, each with that range in its own units.</summary>
    public IEnumerable<(string Feature, double Low, double High)> Outside(double[] point)
    {
        var (low, high) = (preparation.Scaler.Inverse(familiar.Low), preparation.Scaler.Inverse(familiar.High));
        return Enumerable.Range(0, preparation.Numbers.Count)
            .Where(j => point[j] < familiar.Low[j] || point[j] > familiar.High[j])
            .Select(j => (preparation.Numbers[j], low[j], high[j]));
    }
}
