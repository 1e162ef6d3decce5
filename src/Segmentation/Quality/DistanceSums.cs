using Segmentation.Kernels;

namespace Segmentation.Quality;

/// <summary>
/// For every row the sum of its distances to each group of rows. Blocks of rows meet as players of a tournament do: in a
/// round every block meets one other, so no two threads ever add to the same row, and the order of additions is fixed.
/// </summary>
internal sealed class DistanceSums
{
    private readonly GroupedRows _grouped;
    private readonly List<Range>[] _blocks;
    private readonly double[] _sums;

    private DistanceSums(GroupedRows grouped)
    {
        _grouped = grouped;
        _blocks = Blocks(grouped);
        _sums = new double[(long)grouped.Rows.Rows * grouped.Clusters];
    }

    /// <summary>Measures every pair. O(rows² · columns).</summary>
    public static DistanceSums Of(GroupedRows grouped, int threads, CancellationToken cancellation)
    {
        var sums = new DistanceSums(grouped);
        Workers.Run(sums._blocks.Length, threads, sums.MeetItself, cancellation);
        // The circle method: one player stays, the others move on by one seat each round. An odd player out meets nobody.
        int seats = sums._blocks.Length + sums._blocks.Length % 2;
        for (int round = 0; round < seats - 1; round++)
        {
            int moved = round;
            Workers.Run(seats / 2, threads, table => sums.Meet(Seat(table, moved, seats), Seat(seats - 1 - table, moved, seats)), cancellation);
        }
        return sums;
    }

    /// <summary>One sum per row, of its distances to a group.</summary>
    public ReadOnlySpan<double> To(int group) => _sums.AsSpan(group * _grouped.Rows.Rows, _grouped.Rows.Rows);

    private static int Seat(int seat, int round, int seats) => seat == seats - 1 ? seat : (seat + round) % (seats - 1);

    /// <summary>Rows in blocks of up to the size of a tile, and within them the parts that belong to one group.</summary>
    private static List<Range>[] Blocks(GroupedRows grouped)
    {
        int rows = grouped.Rows.Rows;
        int size = Math.Clamp(rows / 32, 64, DistanceTile.MaxRows);
        var blocks = new List<Range>[(rows + size - 1) / size];
        for (int block = 0, group = 0; block < blocks.Length; block++)
        {
            blocks[block] = [];
            int end = Math.Min(rows, (block + 1) * size);
            for (int from = block * size; from < end;)
            {
                while (grouped.Starts[group + 1] <= from)
                    group++;
                int to = Math.Min(end, grouped.Starts[group + 1]);
                blocks[block].Add(from..to);
                from = to;
            }
        }
        return blocks;
    }

    private void MeetItself(int block)
    {
        Span<float> rowSums = stackalloc float[DistanceTile.MaxRows], ignored = stackalloc float[DistanceTile.MaxRows];
        foreach (var rows in _blocks[block])
        {
            foreach (var columns in _blocks[block])
            {
                rowSums.Clear();
                DistanceTile.Add(_grouped.Rows, rows, columns, rowSums, ignored);
                Add(rows, columns, rowSums);
            }
        }
    }

    private void Meet(int a, int b)
    {
        if (a >= _blocks.Length || b >= _blocks.Length)
            return;
        Span<float> rowSums = stackalloc float[DistanceTile.MaxRows], columnSums = stackalloc float[DistanceTile.MaxRows];
        foreach (var rows in _blocks[a])
        {
            foreach (var columns in _blocks[b])
            {
                rowSums.Clear();
                columnSums.Clear();
                DistanceTile.Add(_grouped.Rows, rows, columns, rowSums, columnSums);
                Add(rows, columns, rowSums);
                Add(columns, rows, columnSums);
            }
        }
    }

    private void Add(Range rows, Range others, ReadOnlySpan<float> sums)
    {
        var target = _sums.AsSpan(_grouped.GroupOf(others.Start.Value) * _grouped.Rows.Rows, _grouped.Rows.Rows)[rows];
        for (int i = 0; i < target.Length; i++)
            target[i] += sums[i];
    }
}
