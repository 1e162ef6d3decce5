using Segmentation.Scaling;

namespace Segmentation.Classification;

/// <summary>
/// Multinomial logistic regression: the probability of class c is proportional to e^(intercept + Σ coefficient · feature).
/// Coefficients[class][feature] are for the units of the data that was fitted.
/// </summary>
public sealed record LogisticRegression(double[][] Coefficients, double[] Intercepts, int Iterations) : IClassifier
{
    // Waking a second thread takes longer than it would save.
    private const int RowsWorthThreads = 8_192;

    public int Features => Coefficients[0].Length;

    public int Classes => Coefficients.Length;

    /// <summary>
    /// Minimises the negative log-likelihood over all rows + <paramref name="penalty"/> / 2 · the squares of the coefficients
    /// of standardised features; intercepts are free. Labels count from 0, one per row. Ends when no derivative of that sum exceeds
    /// the tolerance, or a step takes less than a millionth of the tolerance off it. Every class has its own coefficients, also of two. The result does not depend on the threads.
    /// O(rows · classes · columns) per iteration.
    /// </summary>
    /// <exception cref="ArgumentException">No rows or columns, a negative label, or not one label per row.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LogisticRegression Fit(Matrix data, int[] labels, double penalty = 1, double tolerance = 1e-4, int maxIterations = 1000,
        int threads = 1, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        int classes = ClassLabels.Count(data, labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(penalty);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxIterations, 1);
        var scaler = Standard(data, cancellation);
        var loss = new SoftmaxLoss(data, labels, classes, scaler, penalty, data.Rows < RowsWorthThreads ? 1 : threads, cancellation);
        var search = new Lbfgs(loss.At, new double[loss.Length]);
        var weights = search.Minimise(tolerance, maxIterations, done => progress?.Report(1 - Math.Pow(0.95, done)));
        progress?.Report(1);
        return InUnitsOfTheData(weights, scaler, classes, search.Iterations);
    }

    public void Probabilities(ReadOnlySpan<float> row, Span<double> probabilities)
    {
        for (int c = 0; c < Intercepts.Length; c++)
        {
            var coefficients = Coefficients[c];
            double score = Intercepts[c];
            for (int j = 0; j < coefficients.Length; j++)
                score += coefficients[j] * row[j];
            probabilities[c] = score;
        }
        Softmax.InPlace(probabilities[..Intercepts.Length]);
    }

    private static LogisticRegression InUnitsOfTheData(double[] weights, Scaler scaler, int classes, int iterations)
    {
        int columns = scaler.Factors.Length;
        double[][] coefficients = [.. weights.Chunk(columns + 1).Select(row => row[..columns].Zip(scaler.Factors, (w, factor) => w / factor).ToArray())];
        double[] intercepts = [.. Enumerable.Range(0, classes)
            .Select(c => weights[c * (columns + 1) + columns] - coefficients[c].Zip(scaler.Offsets, (w, offset) => w * offset).Sum())];
        return new LogisticRegression(coefficients, intercepts, iterations);
    }

    private static Scaler Standard(Matrix data, CancellationToken cancellation)
    {
        double[] offsets = new double[data.Columns], factors = new double[data.Columns];
        for (int j = 0; j < data.Columns; j++)
        {
            cancellation.ThrowIfCancellationRequested();
            var column = Scaler.Fit([InDouble(data.Column(j))], ScalingMethod.Standard);
            (offsets[j], factors[j]) = (column.Offsets[0], column.Factors[0]);
        }
        return new Scaler(ScalingMethod.Standard, offsets, factors);
    }

    private static double[] InDouble(ReadOnlySpan<float> column)
    {
        var wide = new double[column.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = column[i];
        return wide;
    }
}
