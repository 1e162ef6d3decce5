namespace Segmentation.Classification;

internal static class RowPartition
{
    /// <summary>
    /// Brings the rows whose cells are up to the bin to the front, both parts in their old order, and returns how many they
    /// are. Both places are written each time, since a branch would be wrong half the time.
    /// </summary>
    public static int Divide(Span<int> rows, ReadOnlySpan<byte> cells, int bin, Span<int> aside)
    {
        int below = 0, above = 0;
        foreach (int row in rows)
        {
            int up = cells[row] > bin ? 1 : 0;
            rows[below] = row;
            aside[above] = row;
            below += 1 - up;
            above += up;
        }
        aside[..above].CopyTo(rows[below..]);
        return below;
    }
}
