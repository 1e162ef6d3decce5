using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>
/// Counts and describes the segments of finished runs anew, of the customers who are left. Who is in which segment stays, and so do the figures of
/// quality: they are what was found at that time, and tell of no single person.
/// </summary>
public sealed class RecountSegments(DashboardDb db, CustomerStore store)
{
    public async Task OfAsync(Dataset dataset)
    {
        foreach (var run in await db.Runs.Completed().Include(r => r.Segments).Where(r => r.DatasetId == dataset.Id).ToListAsync())
        {
            using var reader = store.Read(dataset, run.DatasetVersion);
            Describe(run, reader.Labels(run.Id), () => RunSegmentation.Load(store, dataset, run.DatasetVersion, RunSettings.FromJson(run.Settings)));
        }
        await db.SaveChangesAsync();
    }

    private static void Describe(Run run, Dictionary<long, int> labels, Func<Customers> load)
    {
        run.RowsUsed = labels.Count;
        run.Noise = labels.Values.Count(index => index == Segment.NoiseIndex);
        var profiles = labels.Count == 0 ? [] : Profiles(run, labels, load());
        foreach (var segment in run.Segments)
        {
            var profile = profiles.FirstOrDefault(p => p.Index == segment.Index) ?? Nobody(segment);
            (segment.Size, segment.Share, segment.Profile) = (profile.Size, profile.Share, SegmentJson.Write(profile));
        }
    }

    private static IReadOnlyList<SegmentProfile> Profiles(Run run, Dictionary<long, int> labels, Customers customers)
    {
        run.RowsLeftOut = customers.LeftOut;
        var used = customers.Where(labels.ContainsKey);
        return SegmentProfile.Compute(used.Numbers, used.Categories, Array.ConvertAll(used.Rows, row => labels[row]), run.Segments.Count(s => !s.IsNoise));
    }

    /// <summary>What was told of a segment of one person is not told once they are gone.</summary>
    private static SegmentProfile Nobody(Segment segment)
    {
        var profile = segment.ReadProfile();
        return new(segment.Index, 0, 0, [.. profile.Features.Select(f => f with
        {
            Count = 0,
            Mean = double.NaN,
            StandardDeviation = double.NaN,
            Minimum = double.NaN,
            Median = double.NaN,
            Maximum = double.NaN,
            OthersMean = double.NaN,
            Effect = 0,
            Deviation = 0,
            IsMarker = false,
        })], []);
    }
}
