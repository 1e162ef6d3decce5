using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>What a file would do to the segmentation in use. Known for K-Means, where the nearest centre decides.</summary>
internal sealed class SegmentEffect
{
    private const int None = -1;
    private readonly Run _run;
    private readonly RunModel _model;
    private readonly Preparation _preparation;
    private readonly FeatureSource _source;
    private readonly Dictionary<string, int> _places;
    private readonly int[] _changes;
    private int _moved;
    private int _joined;

    private SegmentEffect(Run run, IReadOnlyList<Column> stored)
    {
        var settings = RunSettings.FromJson(run.Settings);
        (_run, _model) = (run, RunModel.FromJson(run.Model!));
        (_preparation, _source) = (_model.PreparationFor(settings), new FeatureSource(stored, settings.Derived));
        _places = stored.Index().ToDictionary(c => c.Item.Name, c => c.Index);
        _changes = new int[_model.Centres.Length];
    }

    public static async Task<SegmentEffect?> OfAsync(DashboardDb db, Dataset dataset)
    {
        var run = await db.Runs.Include(r => r.Segments).AsNoTracking().ActiveAsync(dataset.Id);
        return run is { Algorithm: Algorithms.KMeans } ? new SegmentEffect(run, new CustomerTable(dataset).Stored) : null;
    }

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
        double Number(string column) => row[_places[column]] is double value ? value : double.NaN;
        return _preparation.Point(feature => _source.Value(feature, Number), column => (string?)row[_places[column]]) is { } point
            ? _model.Centres.Select(centre => centre.Zip(point, (c, x) => (c - x) * (c - x)).Sum()).Index().MinBy(d => d.Item).Index
            : None;
    }
}

/// <summary>How many customers would change segment, how many new ones would get one, and what that does to the segments.</summary>
public sealed record EffectFindings(string Run, int Moved, int Joined, IReadOnlyList<SegmentChange> Changes);

public sealed record SegmentChange(string Segment, int Change);
