using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Segmentation.Kernels;

/// <summary>
/// Asks for rows that a pass over many columns will soon read. The processor foresees a few streams that rise through memory, not one
/// for each of eight columns, and gives up at the end of every page: without this a pass waits for memory half of its time.
/// </summary>
internal static class Ahead
{
    private const int Rows = 256;
    private const int RowsPerLine = 16;

    /// <summary>So many rows of all columns, some way behind the row whose first number is given; there need be no such rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch(ref float row, int rows, int columns, nint stride)
    {
        if (!Sse.IsSupported)
            return;
        float* column = (float*)Unsafe.AsPointer(ref row) + Rows;
        for (int j = 0; j < columns; j++, column += stride)
        {
            for (int i = 0; i < rows; i += RowsPerLine)
                Sse.Prefetch0(column + i);
        }
    }
}
