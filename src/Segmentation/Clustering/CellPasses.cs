using Segmentation.Kernels;
using Segmentation.Neighbours;

namespace Segmentation.Clustering;

/// <summary>Passes of DBSCAN over the cells of a grid, in pieces of work, and the questions that all of them ask.</summary>
internal sealed class CellPasses(CellGrid grid, Within within, int threads, IProgress<double>? progress, CancellationToken cancellation)
{
    public const int RowsPerStep = 64;

    private const int CellsPerPiece = 256;
    private const int Passes = 4;

    private readonly int _pieces = (grid.Cells + CellsPerPiece - 1) / CellsPerPiece;
    private readonly ProgressCount _count = new(progress, Passes * ((grid.Cells + CellsPerPiece - 1) / CellsPerPiece));

    public CellGrid Grid { get; } = grid;

    public void ForEachCell(Action<int> work) => Workers.Run(_pieces, threads, piece =>
    {
        int end = Math.Min(Grid.Cells, (piece + 1) * CellsPerPiece);
        for (int cell = piece * CellsPerPiece; cell < end; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            work(cell);
        }
        _count.Add();
    }, cancellation);

    /// <summary>Which of up to 64 rows are within epsilon of a point.</summary>
    public ulong Within(int from, int to, ReadOnlySpan<float> point) => within.Mask(Grid.Rows, from, to, point);

    public void Load(int row, Span<float> point)
    {
        for (int j = 0; j < point.Length; j++)
            point[j] = Grid.Rows[row, j];
    }
}
