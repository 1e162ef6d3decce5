using Segmentation.Kernels;

namespace Segmentation.Classification;

/// <summary>Gradient and curvature of the log loss by each class's score, for every row, as pairs of float32.</summary>
internal sealed class SoftmaxGradients(int[] labels, int classes, int threads, CancellationToken cancellation)
{
    private const int RowsPerPiece = 1 << 12;
    private const int RowsPerStep = 256;
    private const double LeastCurvature = 1e-16;

    /// <summary>Per class a pair for every row.</summary>
    public float[][] Pairs { get; } = [.. Enumerable.Range(0, classes).Select(_ => new float[2 * labels.Length])];

    public void Update(double[][] scores) =>
        Workers.Run((labels.Length + RowsPerPiece - 1) / RowsPerPiece, threads, piece =>
        {
            var probabilities = new double[classes * RowsPerStep];
            var logSums = new double[RowsPerStep];
            int end = Math.Min(labels.Length, (piece + 1) * RowsPerPiece);
            for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
                Step(scores, from, Math.Min(RowsPerStep, end - from), probabilities, logSums);
        }, cancellation);

    private void Step(double[][] scores, int from, int rows, double[] probabilities, double[] logSums)
    {
        for (int c = 0; c < classes; c++)
            scores[c].AsSpan(from, rows).CopyTo(probabilities.AsSpan(c * RowsPerStep));
        SoftmaxRows.Normalise(probabilities, classes, logSums);
        for (int c = 0; c < classes; c++)
        {
            var share = probabilities.AsSpan(c * RowsPerStep, rows);
            var pairs = Pairs[c].AsSpan(2 * from, 2 * rows);
            for (int i = 0; i < share.Length; i++)
            {
                double p = share[i];
                pairs[2 * i] = (float)(p - (labels[from + i] == c ? 1 : 0));
                // Twice the diagonal of the Hessian bounds what the neglected rest of it can add.
                pairs[2 * i + 1] = (float)Math.Max(2 * p * (1 - p), LeastCurvature);
            }
        }
    }
}
