using Dashboard.Predictions;

namespace Dashboard.Batches;

/// <summary>Counts what becomes of the rows of a file.</summary>
internal sealed class BatchTally(int segments)
{
    /// <summary>Past this many rows that were not placed only their number is kept; the download names all.</summary>
    private const int MostProblems = 1000;

    private readonly int[,] _counts = new int[segments, Enum.GetValues<Certainty>().Length];
    private readonly List<RowNotPlaced> _problems = [];
    private int _read;
    private int _without;
    private int _notPlaced;

    public BatchResult Result => new(_read, _without, _notPlaced,
        [.. Enumerable.Range(0, segments).Select(s => new SegmentCount(s, _counts[s, (int)Certainty.Sure], _counts[s, (int)Certainty.Unsure], _counts[s, (int)Certainty.Unlike]))], _problems);

    public void Add(RowBlock block)
    {
        for (var row = 0; row < block.Count; row++)
        {
            _read++;
            if (block.Problems[row] is { } problem)
            {
                Reject(block.Lines[row], problem);
            }
            else if (block.Placed[row] is { Segment: >= 0 } placed)
            {
                _counts[placed.Segment, (int)placed.Certainty]++;
            }
            else
            {
                _without++;
            }
        }
    }

    private void Reject(long line, string problem)
    {
        _notPlaced++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new(line, problem));
        }
    }
}
