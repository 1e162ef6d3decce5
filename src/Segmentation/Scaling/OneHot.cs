namespace Segmentation.Scaling;

/// <summary>
/// A column of words as one 0/1 column per word, in alphabetical order. Missing words, and those that are not among Values, are
/// 0 in all. Factor divides the 0 and 1; append it to a <see cref="Scaler"/> by <see cref="Scaler.With"/>.
/// </summary>
public sealed record OneHot(string[] Values, double Factor)
{
    /// <summary>More words than these make no useful columns; the most frequent are kept, of equals the first by the alphabet.</summary>
    public const int MaxValues = 20;

    /// <summary>
    /// Learns the words and how much they count. Standard and Robust: the variances of all columns of the words add up to
    /// weight², so that they count as one standardised number. MinMax: two different words lie as far apart as both ends of a
    /// range times the weight. None: 1 becomes the weight. The weight is positive.
    /// </summary>
    public static OneHot Fit(string?[] column, ScalingMethod method, double weight = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        var counts = column.OfType<string>().CountBy(value => value)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MaxValues).ToList();
        double variance = counts.Sum(pair => (double)pair.Value / column.Length * (1 - (double)pair.Value / column.Length));
        double factor = method switch
        {
            ScalingMethod.None => 1,
            ScalingMethod.MinMax => Math.Sqrt(2),
            _ => variance > 0 ? Math.Sqrt(variance) : 1,
        };
        return new OneHot([.. counts.Select(pair => pair.Key).Order(StringComparer.Ordinal)], factor / weight);
    }

    /// <summary>The columns as 0 and 1, not yet divided.</summary>
    public double[][] Columns(string?[] column) => [.. Values.Select(value => Array.ConvertAll(column, cell => cell == value ? 1.0 : 0))];

    /// <summary>One row as 0 and 1, not yet divided.</summary>
    public double[] Row(string? value) => [.. Values.Select(known => value == known ? 1.0 : 0)];
}
