namespace Segmentation.Classification;

/// <summary>How much macro F1 falls when a feature's values are dealt to other rows: the mean and standard deviation over repeats (Breiman, Machine Learning 45, 2001).</summary>
public sealed record FeatureImportance(int Feature, double Mean, double Deviation)
{
    /// <summary>
    /// One per feature in order. Use rows that the classifier did not learn from, or what it learned by heart counts too. The
    /// same seed gives the same numbers whatever the threads. O(features · repeats) predictions of all rows.
    /// </summary>
    /// <exception cref="ArgumentException">Labels are not one per row and from 0, or the classifier has other features.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<FeatureImportance> Of(IClassifier classifier, Matrix data, int[] labels, int repeats = 5, int seed = 42, int threads = 1,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ClassLabels.Count(data, labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(repeats, 1);
        double whole = ConfusionMatrix.Of(labels, classifier.Predict(data, threads, cancellation)).MacroF1;
        var falls = new double[data.Columns][];
        var count = new ProgressCount(progress, data.Columns);
        for (int j = 0; j < falls.Length; j++)
        {
            falls[j] = [.. Enumerable.Range(0, repeats).Select(repeat =>
            {
                var dealt = WithColumnDealt(data, j, SplitMix.Stream(seed, j * repeats + repeat));
                return whole - ConfusionMatrix.Of(labels, classifier.Predict(dealt, threads, cancellation)).MacroF1;
            })];
            count.Add();
        }
        return [.. falls.Select((fall, j) => new FeatureImportance(j, fall.Average(), Math.Sqrt(fall.Average(x => x * x) - fall.Average() * fall.Average())))];
    }

    private static Matrix WithColumnDealt(Matrix data, int column, SplitMix random)
    {
        var dealt = new Matrix(data.Rows, data.Columns);
        for (int j = 0; j < data.Columns; j++)
            data.Column(j).CopyTo(dealt.Writable(j));
        var values = dealt.Writable(column);
        for (int i = values.Length - 1; i > 0; i--)
        {
            int other = random.NextBelow(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
        return dealt;
    }
}
