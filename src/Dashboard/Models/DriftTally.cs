using Dashboard.Predictions;
using Segmentation.Quality;

namespace Dashboard.Models;

/// <summary>Sums up customers who were placed, feature by feature as the baseline of their model does.</summary>
public sealed class DriftTally(CustomerPlacer placer, ModelBaseline baseline)
{
    private readonly double[] _features = new double[baseline.Numbers.Count];

    public ModelBaseline Baseline => baseline;
    public CustomerPlacer Placer => placer;
    public IReadOnlyList<BinnedSample> Numbers { get; } = [.. baseline.Numbers.Select(n => n.Alike())];
    public IReadOnlyList<int[]> Words { get; } = [.. baseline.Words.Select(w => new int[w.Length])];
    public int[] Segments { get; } = new int[baseline.Segments.Length];
    public int Unlike { get; private set; }
    public int Customers { get; private set; }

    public void Add(ReadOnlySpan<double> numbers, ReadOnlySpan<string?> words, Placement placed)
    {
        placer.Source.Values(numbers, _features);
        for (var j = 0; j < _features.Length; j++)
        {
            Numbers[j].Add(_features[j]);
        }
        ModelBaseline.Count(Words, placer.Preparation, words);
        Segments[placed.Segment < 0 ? ^1 : placed.Segment]++;
        Unlike += placed is { Segment: >= 0, OutOfRange: true } ? 1 : 0;
        Customers++;
    }
}
