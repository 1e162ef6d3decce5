using Segmentation.Kernels;
using Segmentation.Scaling;

namespace Segmentation.Classification;

/// <summary>
/// The penalised negative log-likelihood of multinomial logistic regression and its gradient, in fixed blocks of rows, so
/// that threads do not change a bit of them. Weights count for standardised columns: class after class, the intercept last.
/// </summary>
internal sealed class SoftmaxLoss(Matrix data, int[] labels, int classes, Scaler scaler, double penalty, int threads, CancellationToken cancellation)
{
    private const int RowsPerPiece = 1 << 12;
    private const int RowsPerStep = 256;

    private readonly int _width = data.Columns + 1;
    private readonly int _pieces = (data.Rows + RowsPerPiece - 1) / RowsPerPiece;

    public int Length => classes * _width;

    public double At(double[] weights, double[] gradient)
    {
        var sums = new double[_pieces][];
        var losses = new double[_pieces];
        var perUnit = InUnitsOfTheData(weights);
        Workers.Run(_pieces, threads, piece => losses[piece] = Piece(piece, perUnit, sums[piece] = new double[Length]), cancellation);
        Array.Clear(gradient);
        foreach (var sum in sums)
        {
            for (int i = 0; i < gradient.Length; i++)
                gradient[i] += sum[i];
        }
        return losses.Sum() + Penalise(weights, gradient);
    }

    // Rows are only centred; dividing the weights by the deviations does what dividing all cells would.
    private double[] InUnitsOfTheData(double[] weights) =>
        [.. weights.Select((w, i) => i % _width == data.Columns ? w : w / scaler.Factors[i % _width])];

    private double Penalise(double[] weights, double[] gradient)
    {
        double squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (i % _width == data.Columns)
                continue;
            squares += weights[i] * weights[i];
            gradient[i] = gradient[i] / scaler.Factors[i % _width] + penalty * weights[i];
        }
        return penalty * squares / 2;
    }

    private double Piece(int piece, double[] weights, double[] gradient)
    {
        double loss = 0;
        var columns = new double[data.Columns * RowsPerStep];
        var probabilities = new double[classes * RowsPerStep];
        var logSums = new double[RowsPerStep];
        int end = Math.Min(data.Rows, (piece + 1) * RowsPerPiece);
        for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
        {
            int padded = Math.Min(RowsPerStep, data.PaddedRows - from);
            CentredRows.Load(data, from, padded, scaler.Offsets, columns);
            loss += Step(labels.AsSpan(from, Math.Min(RowsPerStep, end - from)), weights, columns.AsSpan(0, data.Columns * padded),
                probabilities.AsSpan(0, classes * padded), logSums.AsSpan(0, padded), gradient);
        }
        return loss;
    }

    private double Step(ReadOnlySpan<int> truth, double[] weights, Span<double> columns, Span<double> probabilities, Span<double> logSums, double[] gradient)
    {
        int rows = logSums.Length;
        for (int c = 0; c < classes; c++)
            SoftmaxRows.Score(columns, weights.AsSpan(c * _width, data.Columns), weights[c * _width + data.Columns], probabilities.Slice(c * rows, rows));
        double loss = 0;
        for (int i = 0; i < truth.Length; i++)
            loss -= probabilities[truth[i] * rows + i];
        SoftmaxRows.Normalise(probabilities, classes, logSums);
        loss += Sum.Of(logSums[..truth.Length]);
        for (int i = 0; i < truth.Length; i++)
            probabilities[truth[i] * rows + i]--;
        for (int c = 0; c < classes; c++)
            AddGradient(columns, probabilities.Slice(c * rows, rows), truth.Length, gradient.AsSpan(c * _width, _width));
        return loss;
    }

    private void AddGradient(ReadOnlySpan<double> columns, Span<double> residuals, int rows, Span<double> gradient)
    {
        residuals[rows..].Clear();
        for (int j = 0; j < data.Columns; j++)
            gradient[j] += Dot.Of(residuals, columns.Slice(j * residuals.Length, residuals.Length));
        gradient[data.Columns] += Sum.Of(residuals);
    }
}
