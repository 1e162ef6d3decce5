using Dashboard.Access;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>
/// What new segments take over from earlier ones that hold mostly the same customers:
/// colour and shape from the last run on the data set, words of people from the last run with the same settings, and names under which something went out.
/// </summary>
public sealed class SegmentInheritance(DashboardDb db, CustomerStore store)
{
    public async Task ApplyAsync(Run run, List<Segment> segments, long[] rows, int[] labels)
    {
        var earlier = db.Runs.AsNoTracking().Include(r => r.Segments)
            .Where(r => r.DatasetId == run.DatasetId && r.Id < run.Id && r.Status == WorkStatus.Completed).OrderByDescending(r => r.Id);
        if (await earlier.FirstOrDefaultAsync() is { } last)
        {
            TakeSlots(segments, await MatchAsync(run, last, rows, labels));
        }
        if (await earlier.FirstOrDefaultAsync(r => r.Settings == run.Settings) is { } same)
        {
            TakeWords(segments, await MatchAsync(run, same, rows, labels), await UsedAsync(same));
        }
    }

    private async Task<Dictionary<int, Segment>> MatchAsync(Run run, Run earlier, long[] rows, int[] labels)
    {
        var before = earlier.DatasetVersion == run.DatasetVersion ? await ByRowAsync(earlier, rows) : ByKey(run, earlier, rows);
        var matches = SegmentMatch.ByJaccard(before, labels);
        var matched = matches.Select((match, index) => (match, index)).Where(m => m.match >= 0)
            .ToDictionary(m => m.index, m => earlier.Segments.Single(s => s.Index == m.match));
        if (earlier.Segments.Find(s => s.IsNoise) is { } noise)
        {
            matched[Segment.NoiseIndex] = noise;
        }
        return matched;
    }

    private async Task<int[]> ByRowAsync(Run earlier, long[] rows)
    {
        var known = await db.Assignments.AsNoTracking().Where(a => a.RunId == earlier.Id).ToDictionaryAsync(a => a.CustomerRow, a => a.SegmentIndex);
        return Array.ConvertAll(rows, row => known.GetValueOrDefault(row, Segment.NoiseIndex));
    }

    /// <summary>A customer whom a later file changed has a new row, but the same key.</summary>
    private int[] ByKey(Run run, Run earlier, long[] rows)
    {
        using var then = store.Read(run.Dataset, earlier.DatasetVersion);
        var known = then.Assigned(earlier.Id).Where(c => c.Segment is not null).ToDictionary(c => CustomerTable.Fold(c.Key), c => c.Segment!.Value);
        using var now = store.Read(run.Dataset, run.DatasetVersion);
        var before = now.Numbers([]).Rows.Zip(now.Assigned(run.Id)).ToDictionary(c => c.First, c => known.GetValueOrDefault(CustomerTable.Fold(c.Second.Key), Segment.NoiseIndex));
        return Array.ConvertAll(rows, row => before[row]);
    }

    /// <summary>Lists and reports went out under their names, so these stay.</summary>
    private async Task<HashSet<int>> UsedAsync(Run run)
    {
        var (ofRun, used) = ($"run {run.Id},", new HashSet<int>());
        foreach (var segment in run.Segments.Where(s => !s.IsNoise))
        {
            var ofSegment = $"segment {segment.Id},";
            if (await db.Audit.AnyAsync(e => e.What == NamesPeople.Exported && (e.About.StartsWith(ofSegment) || e.About.StartsWith(ofRun))))
            {
                used.Add(segment.Id);
            }
        }
        return used;
    }

    private static void TakeSlots(List<Segment> segments, Dictionary<int, Segment> matches)
    {
        var taken = matches.Values.Where(s => !s.IsNoise).Select(s => s.Slot).ToHashSet();
        foreach (var segment in segments.Where(s => !s.IsNoise))
        {
            var isKnown = matches.TryGetValue(segment.Index, out var match);
            segment.EarlierId = match?.Id;
            segment.Slot = isKnown ? match!.Slot : Enumerable.Range(0, int.MaxValue).First(taken.Add);
        }
    }

    private static void TakeWords(List<Segment> segments, Dictionary<int, Segment> matches, HashSet<int> used)
    {
        foreach (var segment in segments.Where(s => matches.ContainsKey(s.Index)))
        {
            var match = matches[segment.Index];
            if (match.Name != match.SuggestedName || used.Contains(match.Id))
            {
                var lost = segment.IsNoise ? "" : NameReasons.Lost(match.ReadProfile(), segment.ReadProfile());
                (segment.Name, segment.NameDoubt) = (match.Name, lost.Length > 0 ? lost : match.NameDoubt);
            }
            segment.Action = match.Action == match.SuggestedAction ? segment.Action : match.Action;
            segment.Description = match.Description;
            (segment.EditedBy, segment.EditedAt) = (match.EditedBy, match.EditedAt);
        }
    }
}
