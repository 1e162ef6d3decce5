namespace Segmentation.Classification;

/// <summary>Classes of rows by a fitted classifier: the most probable one, the lower of equals.</summary>
public static class Prediction
{
    private const int RowsAtOnce = 1024;

    /// <summary>The class of one row of finite numbers.</summary>
    /// <exception cref="ArgumentException">The row has another number of features than the classifier.</exception>
    /// <exception cref="NotFiniteValueException">A number is not finite.</exception>
    public static int Predict(this IClassifier classifier, double[] row) => MostProbable(classifier.Probabilities(row));

    /// <summary>The probability of each class for one row of finite numbers.</summary>
    /// <exception cref="ArgumentException">The row has another number of features than the classifier.</exception>
    /// <exception cref="NotFiniteValueException">A number is not finite.</exception>
    public static double[] Probabilities(this IClassifier classifier, double[] row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, classifier.Features, nameof(row));
        Span<float> numbers = row.Length <= 256 ? stackalloc float[row.Length] : new float[row.Length];
        for (int j = 0; j < row.Length; j++)
            numbers[j] = float.IsFinite((float)row[j]) ? (float)row[j] : throw new NotFiniteValueException(0, j);
        var probabilities = new double[classifier.Classes];
        classifier.Probabilities(numbers, probabilities);
        return probabilities;
    }

    /// <summary>The class of every row.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static int[] Predict(this IClassifier classifier, Matrix data, int threads = 1, CancellationToken cancellation = default)
    {
        var classes = new int[data.Rows];
        classifier.ForEachRow(data, threads, (row, probabilities) => classes[row] = MostProbable(probabilities), cancellation);
        return classes;
    }

    /// <summary>Per row the probability of each class.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[][] Probabilities(this IClassifier classifier, Matrix data, int threads = 1, CancellationToken cancellation = default)
    {
        var all = new double[data.Rows][];
        classifier.ForEachRow(data, threads, (row, probabilities) => all[row] = probabilities.ToArray(), cancellation);
        return all;
    }

    internal static int MostProbable(ReadOnlySpan<double> probabilities)
    {
        int best = 0;
        for (int c = 1; c < probabilities.Length; c++)
        {
            if (probabilities[c] > probabilities[best])
                best = c;
        }
        return best;
    }

    private static void ForEachRow(this IClassifier classifier, Matrix data, int threads, Action<int, ReadOnlySpan<double>> take, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(data.Columns, classifier.Features, nameof(data));
        Workers.Run((data.Rows + RowsAtOnce - 1) / RowsAtOnce, threads, block =>
        {
            var row = new float[data.Columns];
            var probabilities = new double[classifier.Classes];
            int end = Math.Min(data.Rows, (block + 1) * RowsAtOnce);
            for (int i = block * RowsAtOnce; i < end; i++)
            {
                for (int j = 0; j < row.Length; j++)
                    row[j] = data[i, j];
                classifier.Probabilities(row, probabilities);
                take(i, probabilities);
            }
        }, cancellation);
    }
}
