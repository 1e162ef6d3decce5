using System.Buffers;
using Dashboard.Models;
using Dashboard.Predictions;

namespace Dashboard.Batches;

/// <summary>Some rows of a file on their way from the thread that reads to the one that places. Numbers and words stand row by row.</summary>
public sealed class RowBlock(int numbers, int words)
{
    public const int Rows = 4096;

    private readonly double[] _numbers = new double[Rows * numbers];
    private readonly string?[] _words = new string?[Rows * words];
    private readonly ArrayBufferWriter<char> _text = new();
    private readonly List<int> _ends = [0];

    public int Count { get; set; }
    public long[] Lines { get; } = new long[Rows];

    /// <summary>Why a row is not placed; null where it is.</summary>
    public string?[] Problems { get; } = new string?[Rows];
    public Placement[] Placed { get; } = new Placement[Rows];

    public Span<double> Numbers(int row) => _numbers.AsSpan(row * numbers, numbers);

    public Span<string?> Words(int row) => _words.AsSpan(row * words, words);

    /// <summary>Adds the rows that were placed.</summary>
    public void Sum(DriftTally? tally)
    {
        for (var row = 0; row < Count; row++)
        {
            if (Problems[row] is null)
            {
                tally?.Add(Numbers(row), Words(row), Placed[row]);
            }
        }
    }

    public void Keep(ReadOnlySpan<char> cell)
    {
        _text.Write(cell);
        _ends.Add(_text.WrittenCount);
    }

    /// <summary>A cell that was kept, by its number in the block.</summary>
    public ReadOnlySpan<char> Kept(int cell) => _text.WrittenSpan[_ends[cell].._ends[cell + 1]];
}
