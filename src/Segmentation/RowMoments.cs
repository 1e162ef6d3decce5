using Segmentation.Kernels;

namespace Segmentation;

/// <summary>The moments of all rows alike, in fixed pieces, so that threads do not change a bit of them.</summary>
internal static class RowMoments
{
    private const int RowsPerPiece = 1 << 14;
    private const int RowsPerStep = 256;

    public static Moments Around(double[] centre, Matrix data, int threads, CancellationToken cancellation)
    {
        var pieces = new Moments[(data.Rows + RowsPerPiece - 1) / RowsPerPiece];
        Workers.Run(pieces.Length, threads, piece => pieces[piece] = OfPiece(centre, data, piece), cancellation);
        var sum = new Moments(data.Columns);
        foreach (var piece in pieces)
            sum.Add(piece);
        return sum;
    }

    private static Moments OfPiece(double[] centre, Matrix data, int piece)
    {
        var moments = new Moments(data.Columns);
        var centred = new double[data.Columns * RowsPerStep];
        var weights = new double[RowsPerStep];
        int end = Math.Min(data.Rows, (piece + 1) * RowsPerPiece);
        for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
        {
            int rows = Math.Min(RowsPerStep, end - from);
            int padded = Math.Min(RowsPerStep, data.PaddedRows - from);
            weights.AsSpan(0, rows).Fill(1);
            weights.AsSpan(rows).Clear();
            CentredRows.Load(data, from, padded, centre, centred);
            moments.Add(centred.AsSpan(0, data.Columns * padded), weights.AsSpan(0, padded));
        }
        return moments;
    }
}
