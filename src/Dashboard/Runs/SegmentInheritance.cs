using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>
/// What new segments take over from earlier ones that hold mostly the same customers:
/// colour and shape from the last run on the data set, words of people from the last run with the same settings.
/// </summary>
public sealed class SegmentInheritance(DashboardDb db)
{
    public async Task ApplyAsync(Run run, List<Segment> segments, long[] rows, int[] labels)
    {
        var earlier = db.Runs.AsNoTracking().Include(r => r.Segments)
            .Where(r => r.DatasetId == run.DatasetId && r.Id < run.Id && r.Status == WorkStatus.Completed).OrderByDescending(r => r.Id);
        if (await earlier.FirstOrDefaultAsync() is { } last)
        {
            TakeSlots(segments, await MatchAsync(last, rows, labels));
        }
        if (await earlier.FirstOrDefaultAsync(r => r.Settings == run.Settings) is { } same)
        {
            TakeWords(segments, await MatchAsync(same, rows, labels));
        }
    }

    private async Task<Dictionary<int, Segment>> MatchAsync(Run earlier, long[] rows, int[] labels)
    {
        var known = await db.Assignments.AsNoTracking().Where(a => a.RunId == earlier.Id).ToDictionaryAsync(a => a.CustomerRow, a => a.SegmentIndex);
        var before = Array.ConvertAll(rows, row => known.GetValueOrDefault(row, Segment.NoiseIndex));
        var matches = SegmentMatch.ByJaccard(before, labels);
        var matched = matches.Select((match, index) => (match, index)).Where(m => m.match >= 0)
            .ToDictionary(m => m.index, m => earlier.Segments.Single(s => s.Index == m.match));
        if (earlier.Segments.Find(s => s.IsNoise) is { } noise)
        {
            matched[Segment.NoiseIndex] = noise;
        }
        return matched;
    }

    private static void TakeSlots(List<Segment> segments, Dictionary<int, Segment> matches)
    {
        var taken = matches.Values.Where(s => !s.IsNoise).Select(s => s.Slot).ToHashSet();
        foreach (var segment in segments.Where(s => !s.IsNoise))
        {
            segment.Slot = matches.TryGetValue(segment.Index, out var match) ? match.Slot : Enumerable.Range(0, int.MaxValue).First(taken.Add);
        }
    }

    private static void TakeWords(List<Segment> segments, Dictionary<int, Segment> matches)
    {
        foreach (var segment in segments.Where(s => matches.ContainsKey(s.Index)))
        {
            var match = matches[segment.Index];
            segment.Name = match.Name == match.SuggestedName ? segment.Name : match.Name;
            segment.Action = match.Action == match.SuggestedAction ? segment.Action : match.Action;
            segment.Description = match.Description;
            (segment.EditedBy, segment.EditedAt) = (match.EditedBy, match.EditedAt);
        }
    }
}
