using Segmentation.Kernels;

namespace Segmentation.Clustering;

/// <summary>The last word on labels: the nearest centre in double, equal distances to the lower index.</summary>
internal static class ExactLabels
{
    private const int RowsPerPiece = 1 << 15;
    private const int RowsPerStep = 1 << 10;

    /// <summary>Rewrites the labels; returns the within-cluster sum of squares and whether any label changed.</summary>
    public static (double Wcss, bool Changed) Assign(Matrix data, double[][] centres, int[] labels, int threads, CancellationToken cancellation)
    {
        double[] flat = [.. centres.SelectMany(centre => centre)];
        int pieces = (data.Rows + RowsPerPiece - 1) / RowsPerPiece;
        var wcss = new double[pieces];
        var changed = new bool[pieces];
        Workers.Run(pieces, threads, piece => (wcss[piece], changed[piece]) = AssignPiece(data, flat, labels, piece), cancellation);
        return (wcss.Sum(), changed.Contains(true));
    }

    private static (double Wcss, bool Changed) AssignPiece(Matrix data, double[] centres, int[] labels, int piece)
    {
        Span<int> fresh = stackalloc int[RowsPerStep];
        Span<double> distances = stackalloc double[RowsPerStep];
        double wcss = 0;
        bool changed = false;
        int end = Math.Min(data.Rows, (piece + 1) * RowsPerPiece);
        for (int from = piece * RowsPerPiece; from < end; from += RowsPerStep)
        {
            int rows = Math.Min(RowsPerStep, end - from);
            int padded = (rows + Matrix.Block - 1) / Matrix.Block * Matrix.Block;
            NearestInDouble.Assign(data, from, from + padded, centres, fresh, distances);
            var old = labels.AsSpan(from, rows);
            changed |= !old.SequenceEqual(fresh[..rows]);
            fresh[..rows].CopyTo(old);
            wcss += Sum.Of(distances[..rows]);
        }
        return (wcss, changed);
    }
}
