using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Imports;

/// <summary>What a file would do to the segmentation in use.</summary>
internal sealed class SegmentEffect
{
    private const int None = -1;
    private readonly Run _run;
    private readonly CustomerPlacer _placer;
    private readonly int[] _numbers;
    private readonly int[] _words;
    private readonly int[] _changes;
    private int _moved;
    private int _joined;

    private SegmentEffect(PlacingRun run, IReadOnlyList<Column> stored)
    {
        int PlaceOf(Column column) => stored.Index().First(c => c.Item.Name == column.Name).Index;
        (_run, _placer) = (run.Run, run.Placer);
        (_numbers, _words) = ([.. _placer.Numbers.Select(PlaceOf)], [.. _placer.Words.Select(PlaceOf)]);
        _changes = new int[run.Run.Segments.Count];
    }

    public static async Task<SegmentEffect?> OfAsync(RunPlacers placers, Dataset dataset) =>
        await placers.FindAsync(null, dataset.Id) is { } run ? new SegmentEffect(run, new CustomerTable(dataset).Stored) : null;

    public EffectFindings Findings => new(
        _run.Name, _moved, _joined, [.. _run.Segments.Where(s => !s.IsNoise && _changes[s.Index] != 0).OrderBy(s => s.Index).Select(s => new SegmentChange(s.Name, _changes[s.Index]))]);

    public void Add(PendingRow row)
    {
        if (SegmentOf(row) is >= 0 and var segment)
        {
            _joined++;
            _changes[segment]++;
        }
    }

    public void Update(PendingRow before, PendingRow after)
    {
        var (from, to) = (SegmentOf(before), SegmentOf(after));
        if (from == to)
        {
            return;
        }
        _moved++;
        if (from != None)
        {
            _changes[from]--;
        }
        if (to != None)
        {
            _changes[to]++;
        }
    }

    private int SegmentOf(PendingRow row)
    {
        double[] numbers = [.. _numbers.Select(i => row[i] is double value ? value : double.NaN)];
        string?[] words = [.. _words.Select(i => row[i] as string)];
        return Array.Exists(numbers, double.IsNaN) || Array.Exists(words, word => word is null) ? None : _placer.Place(numbers, words)?.Segment ?? None;
    }
}

/// <summary>How many customers would change segment, how many new ones would get one, and what that does to the segments.</summary>
public sealed record EffectFindings(string Run, int Moved, int Joined, IReadOnlyList<SegmentChange> Changes);

public sealed record SegmentChange(string Segment, int Change);
