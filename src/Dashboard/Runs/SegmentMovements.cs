using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Follows segments back through earlier segmentations.</summary>
public sealed class SegmentMovements(DashboardDb db, CompareRuns comparisons)
{
    private const int MostRuns = 24;

    /// <summary>Who moved is asked of the customers themselves, which takes a while where there are many.</summary>
    public async Task<SegmentMovement> OfAsync(Segment segment, bool withCustomers)
    {
        var sizes = new List<Segment> { segment };
        while (sizes.Count < MostRuns && sizes[0].EarlierId is { } earlier && await db.Segments.AsNoTracking().Include(s => s.Run).SingleOrDefaultAsync(s => s.Id == earlier) is { } found)
        {
            sizes.Insert(0, found);
        }
        var before = sizes.Count > 1 ? sizes[^2] : null;
        return before is null || !withCustomers || await comparisons.WithAsync(segment.Run, before.RunId) is not { } comparison ? new(segment, before, sizes)
            : new(segment, before, sizes, Count(comparison, before.Index, segment.Index),
                Others(comparison.Moves.Where(m => m.To == segment.Index && m.From != before.Index).Select(m => (m.From, m.Count)), comparison.Before, segment.Size - comparison.Moves.Where(m => m.To == segment.Index).Sum(m => m.Count)),
                Others(comparison.Moves.Where(m => m.From == before.Index && m.To != segment.Index).Select(m => (m.To, m.Count)), comparison.After, before.Size - comparison.Moves.Where(m => m.From == before.Index).Sum(m => m.Count)));
    }

    private static int Count(RunComparison comparison, int from, int to) => comparison.Moves.FirstOrDefault(m => m.From == from && m.To == to)?.Count ?? 0;

    private static List<(string Name, int Count)> Others(IEnumerable<(int Index, int Count)> moves, Run run, int unknown) =>
        [.. moves.Select(m => (run.Segments.Single(s => s.Index == m.Index).Name, m.Count)), .. unknown > 0 ? [("", unknown)] : Array.Empty<(string, int)>()];
}
