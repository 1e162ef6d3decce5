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

    /// <summary>What each customer did so far; null where no row can take the place of another.</summary>
    private readonly Dictionary<string, Move>? _moves;
    private int _moved;
    private int _joined;

    private SegmentEffect(PlacingRun run, IReadOnlyList<Column> stored, bool mayReplace)
    {
        int PlaceOf(Column column) => stored.Index().First(c => c.Item.Name == column.Name).Index;
        (_run, _placer) = (run.Run, run.Placer);
        (_numbers, _words) = ([.. _placer.Numbers.Select(PlaceOf)], [.. _placer.Words.Select(PlaceOf)]);
        _moves = mayReplace ? [] : null;
        _changes = new int[run.Run.Segments.Count];
    }

    public static async Task<SegmentEffect?> OfAsync(RunPlacers placers, Dataset dataset, bool mayReplace) =>
        await placers.FindAsync(null, dataset.Id) is { } run ? new SegmentEffect(run, new CustomerTable(dataset).Stored, mayReplace) : null;

    public EffectFindings Findings => new(
        _run.Name, _moved, _joined, [.. _run.Segments.Where(s => !s.IsNoise && _changes[s.Index] != 0).OrderBy(s => s.Index).Select(s => new SegmentChange(s.Name, _changes[s.Index]))]);

    public void Add(PendingRow row) => Take(row.Key, new Move(true, None, SegmentOf(row)));

    public void Update(PendingRow before, PendingRow after) => Take(after.Key, new Move(false, SegmentOf(before), SegmentOf(after)));

    /// <summary>A later row of the same customer counts instead.</summary>
    public void Forget(PendingRow row)
    {
        if (_moves?.Remove(row.Key, out var move) == true)
        {
            Count(move, -1);
        }
    }

    private void Take(string key, Move move)
    {
        _moves?.Add(key, move);
        Count(move, 1);
    }

    private void Count(Move move, int by)
    {
        if (move.From == move.To)
        {
            return;
        }
        if (move.IsNew) { _joined += by; } else { _moved += by; }
        if (move.From != None)
        {
            _changes[move.From] -= by;
        }
        if (move.To != None)
        {
            _changes[move.To] += by;
        }
    }

    private int SegmentOf(PendingRow row)
    {
        double[] numbers = [.. _numbers.Select(i => row[i] is double value ? value : double.NaN)];
        string?[] words = [.. _words.Select(i => row[i] as string)];
        return Array.Exists(numbers, double.IsNaN) || Array.Exists(words, word => word is null) ? None : _placer.Place(numbers, words)?.Segment ?? None;
    }

    private readonly record struct Move(bool IsNew, int From, int To);
}

/// <summary>How many customers would change segment, how many new ones would get one, and what that does to the segments.</summary>
public sealed record EffectFindings(string Run, int Moved, int Joined, IReadOnlyList<SegmentChange> Changes);

public sealed record SegmentChange(string Segment, int Change);
