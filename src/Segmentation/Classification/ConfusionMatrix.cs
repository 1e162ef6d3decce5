namespace Segmentation.Classification;

/// <summary>
/// How often rows of one class were taken for another: Counts[truth][predicted]. Where a ratio has nothing to divide by it
/// is 0; averages over classes leave out those that neither occur nor were predicted.
/// </summary>
public sealed record ConfusionMatrix(int[][] Counts)
{
    /// <summary>Both arrays are row-aligned, with classes from 0. O(rows).</summary>
    /// <exception cref="ArgumentException">The lengths differ or a label is negative.</exception>
    public static ConfusionMatrix Of(int[] truth, int[] predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(predicted.Length, truth.Length, nameof(predicted));
        int classes = Math.Max(ClassLabels.Count(truth), ClassLabels.Count(predicted));
        var counts = new int[classes][];
        for (int c = 0; c < classes; c++)
            counts[c] = new int[classes];
        for (int i = 0; i < truth.Length; i++)
            counts[truth[i]][predicted[i]]++;
        return new ConfusionMatrix(counts);
    }

    public int Classes => Counts.Length;

    public int Rows => Counts.Sum(row => row.Sum());

    /// <summary>The share of rows on the diagonal.</summary>
    public double Accuracy => Ratio(Enumerable.Range(0, Classes).Sum(Hits), Rows);

    public double MacroPrecision => Macro(Precision);

    public double MacroRecall => Macro(Recall);

    public double MacroF1 => Macro(F1);

    /// <summary>Of the rows predicted to be in the class, the share that is.</summary>
    public double Precision(int @class) => Ratio(Hits(@class), Predicted(@class));

    /// <summary>Of the rows in the class, the share that was predicted to be.</summary>
    public double Recall(int @class) => Ratio(Hits(@class), True(@class));

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double F1(int @class) => Ratio(2.0 * Hits(@class), True(@class) + Predicted(@class));

    private int Hits(int c) => Counts[c][c];

    private int True(int c) => Counts[c].Sum();

    private int Predicted(int c) => Counts.Sum(row => row[c]);

    private double Macro(Func<int, double> score) =>
        Enumerable.Range(0, Classes).Where(c => True(c) + Predicted(c) > 0).Select(score).DefaultIfEmpty(0).Average();

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;
}
