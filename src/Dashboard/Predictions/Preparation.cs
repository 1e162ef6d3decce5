using Segmentation;
using Segmentation.Scaling;

namespace Dashboard.Predictions;

/// <summary>A category among the features, as the 0 and 1 that it is measured by.</summary>
public sealed record CodedCategory(string Name, OneHot Code);

/// <summary>How customers become points that can be compared: the numbers scaled, in order, and the categories as 0 and 1 behind them.</summary>
public sealed record Preparation(IReadOnlyList<string> Numbers, IReadOnlyList<CodedCategory> Categories, Scaler Scaler)
{
    public static Preparation Fit(IReadOnlyList<Feature> numbers, IReadOnlyList<double[]> values, IReadOnlyList<Feature> categories, IReadOnlyList<string?[]> words, ScalingMethod method)
    {
        var codes = categories.Zip(words, (feature, column) => new CodedCategory(feature.Name, OneHot.Fit(column, method, feature.Weight))).ToList();
        var scaler = Scaler.Fit(values, method, [.. numbers.Select(f => f.Log)], [.. numbers.Select(f => f.Weight)]);
        return new([.. numbers.Select(f => f.Name)], codes, codes.Aggregate(scaler, (all, category) => all.With(category.Code)));
    }

    public Matrix Points(IReadOnlyList<double[]> values, IReadOnlyList<string?[]> words) =>
        Scaler.Transform([.. values, .. Categories.Zip(words, (category, column) => category.Code.Columns(column)).SelectMany(columns => columns)]);

    /// <summary>Null for a customer who lacks a value.</summary>
    public double[]? Point(Func<string, double> number, Func<string, string?> word)
    {
        double[] row = [.. Numbers.Select(number), .. Categories.SelectMany(c => word(c.Name) is { } known ? c.Code.Row(known) : [double.NaN])];
        return Array.Exists(row, double.IsNaN) ? null : Scaler.Transform(row);
    }
}
