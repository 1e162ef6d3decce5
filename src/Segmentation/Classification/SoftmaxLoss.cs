using Segmentation.Kernels;
using Segmentation.Scaling;

namespace Segmentation.Classification;

/// <summary>
/// The penalised negative log-likelihood of multinomial logistic regression and its gradient, in fixed blocks of rows, so
/// that threads do not change a bit of them. Weights count for standardised columns: class after class, the intercept last.
/// </summary>
internal sealed class SoftmaxLoss(Matrix data, int[] labels, int classes, Scaler scaler, double penalty, int threads, CancellationToken cancellation)
{
    private const int RowsPerPiece = 1 << 10;
    private const int RowsPerStep = 256;

    private readonly int _width = data.Columns + 1;
    private readonly int _pieces = (data.Rows + RowsPerPiece - 1) / RowsPerPiece;
    private double[]? _truth;

    public int Length => classes * _width;

    public double At(double[] weights, double[] gradient)
    {
        // What the true classes contribute is linear in the weights, so their sums over the rows are all it takes.
        _truth ??= Pieces((columns, truth, shares, sums) => OfTruth(columns, truth, shares, sums)).Sums;
        var perUnit = InUnitsOfTheData(weights);
        double linear = Dot.Of(perUnit, _truth);
        var (loss, sums) = Pieces((columns, truth, shares, sums) => OfModel(columns, truth.Length, shares, perUnit, sums));
        for (int i = 0; i < gradient.Length; i++)
            gradient[i] = sums[i] - _truth[i];
        return loss - linear + Penalise(weights, gradient);
    }

    private delegate double Step(ReadOnlySpan<double> columns, ReadOnlySpan<int> truth, Span<double> shares, Span<double> sums);

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

    private (double Total, double[] Sums) Pieces(Step step)
    {
        var parts = new (double Total, double[] Sums)[_pieces];
        Workers.Run(_pieces, threads, piece => parts[piece] = Piece(piece, step), cancellation);
        var sums = new double[Length];
        foreach (var part in parts)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += part.Sums[i];
        }
        return (parts.Sum(part => part.Total), sums);
    }

    private (double Total, double[] Sums) Piece(int piece, Step step)
    {
        double total = 0;
        var sums = new double[Length];
        var columns = new double[data.Columns * RowsPerStep];
        var shares = new double[classes * RowsPerStep];
        int end = Math.Min(data.Rows, (piece + 1) * RowsPerPiece);
        for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
        {
            int padded = Math.Min(RowsPerStep, data.PaddedRows - from);
            CentredRows.Load(data, from, padded, scaler.Offsets, columns);
            total += step(columns.AsSpan(0, data.Columns * padded), labels.AsSpan(from, Math.Min(RowsPerStep, end - from)), shares.AsSpan(0, classes * padded), sums);
        }
        return (total, sums);
    }

    private double OfTruth(ReadOnlySpan<double> columns, ReadOnlySpan<int> truth, Span<double> shares, Span<double> sums)
    {
        shares.Clear();
        for (int i = 0; i < truth.Length; i++)
            shares[truth[i] * (shares.Length / classes) + i] = 1;
        AddSums(columns, shares, truth.Length, sums);
        return 0;
    }

    private double OfModel(ReadOnlySpan<double> columns, int rows, Span<double> shares, double[] weights, Span<double> sums)
    {
        Span<double> logSums = stackalloc double[RowsPerStep];
        logSums = logSums[..(shares.Length / classes)];
        for (int c = 0; c < classes; c++)
            SoftmaxRows.Score(columns, weights.AsSpan(c * _width, data.Columns), weights[c * _width + data.Columns], shares.Slice(c * logSums.Length, logSums.Length));
        SoftmaxRows.Normalise(shares, classes, logSums);
        AddSums(columns, shares, rows, sums);
        return Sum.Of(logSums[..rows]);
    }

    private void AddSums(ReadOnlySpan<double> columns, Span<double> shares, int rows, Span<double> sums)
    {
        int padded = shares.Length / classes;
        for (int c = 0; c < classes; c++)
        {
            var own = shares.Slice(c * padded, padded);
            own[rows..].Clear();
            SoftmaxRows.AddProducts(columns, own, sums.Slice(c * _width, data.Columns));
            sums[c * _width + data.Columns] += Sum.Of(own);
        }
    }
}
