using Segmentation;
using Segmentation.Scaling;

namespace Dashboard.Predictions;

/// <summary>A category among the features, as the 0 and 1 that it is measured by.</summary>
public sealed record CodedCategory(string Name, OneHot Code)
{
    /// <summary>Where a category has more words than are told apart, the others count as one.</summary>
    public bool Knows(string word) => Code.Values.Length >= OneHot.MaxValues || Code.Values.Contains(word);
}

/// <summary>How customers become points that can be compared: the numbers scaled, in order, and the categories as 0 and 1 behind them.</summary>
public sealed record Preparation(IReadOnlyList<string> Numbers, IReadOnlyList<CodedCategory> Categories, Scaler Scaler)
{
    public int Dimensions => Scaler.Offsets.Length;

    public static Preparation Fit(IReadOnlyList<Feature> numbers, IReadOnlyList<double[]> values, IReadOnlyList<Feature> categories, IReadOnlyList<string?[]> words, ScalingMethod method)
    {
        var codes = categories.Zip(words, (feature, column) => new CodedCategory(feature.Name, OneHot.Fit(column, method, feature.Weight))).ToList();
        var scaler = Scaler.Fit(values, method, [.. numbers.Select(f => f.Log)], [.. numbers.Select(f => f.Weight)]);
        return new([.. numbers.Select(f => f.Name)], codes, codes.Aggregate(scaler, (all, category) => all.With(category.Code)));
    }

    public Matrix Points(IReadOnlyList<double[]> values, IReadOnlyList<string?[]> words) =>
        Scaler.Transform([.. values, .. Categories.Zip(words, (category, column) => category.Code.Columns(column)).SelectMany(columns => columns)]);

    /// <summary>One customer as <see cref="Points"/> would have it, rounded like there.</summary>
    public void Point(ReadOnlySpan<double> values, ReadOnlySpan<string?> words, Span<double> point)
    {
        values.CopyTo(point);
        var at = values.Length;
        for (var c = 0; c < Categories.Count; c++)
        {
            foreach (var value in Categories[c].Code.Values)
            {
                point[at++] = value == words[c] ? 1 : 0;
            }
        }
        Scaler.Transform(point, point);
        for (var j = 0; j < point.Length; j++)
        {
            point[j] = (float)point[j];
        }
    }
}
