using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.Extensions.Caching.Memory;
using Segmentation.Profiles;

namespace Dashboard.Runs;

/// <summary>Puts the customers of a run in the order in which an audience round a segment grows; worked out once and kept as long as it is used.</summary>
public sealed class Audiences(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public Audience Of(Segment segment, CustomerReader reader) => cache.GetOrCreate((typeof(Audience), segment.Id), entry =>
    {
        var found = Find(segment, reader);
        (entry.SlidingExpiration, entry.Size) = (Kept, 1000 + (12L + found.Channels.Count) * found.Rows.Length);
        return found;
    })!;

    /// <summary>Null when it can be told how clearly customers belong to this segment.</summary>
    public static string? WhyNot(Segment segment) =>
        segment.IsNoise ? "Customers without a segment have no middle to measure from, so there is no core and nobody who nearly belongs: the list is all of them."
        : !Algorithms.IsByCentre(segment.Run.Algorithm) ? $"{Algorithms.Title(segment.Run.Algorithm)} finds segments of any shape, which have no middle to measure from. So there is no core and nobody who nearly belongs: the list is the whole segment."
        : null;

    private static Audience Find(Segment segment, CustomerReader reader)
    {
        var why = WhyNot(segment);
        var (rows, segments, core, size) = why is null ? ByClearness(segment, reader) : AsTheyCome(segment, reader);
        return new(rows, segments, core, size, [.. Channels.Of(reader.Stored).Select(c => (c, Given(reader, c, rows)))], why);
    }

    private static (long[], int[], int, int) ByClearness(Segment segment, CustomerReader reader)
    {
        var points = PreparedPoints.Load(segment.Run, reader);
        if (points is null)
        {
            return AsTheyCome(segment, reader);
        }
        var tiers = AudienceTiers.Of(points.Data, points.Segments, RunModel.FromJson(segment.Run.Model!).Centres, segment.Index);
        int[] order = [.. tiers.Core, .. tiers.Rest, .. tiers.NearMiss];
        return (Array.ConvertAll(order, i => points.Rows[i]), Array.ConvertAll(order, i => points.Segments[i]), tiers.Core.Length, tiers.Core.Length + tiers.Rest.Length);
    }

    private static (long[], int[], int, int) AsTheyCome(Segment segment, CustomerReader reader)
    {
        long[] rows = [.. reader.Members(segment.RunId, segment.Index).Select(c => c.Row)];
        var segments = new int[rows.Length];
        Array.Fill(segments, segment.Index);
        return (rows, segments, 0, rows.Length);
    }

    private static bool[] Given(CustomerReader reader, Column column, long[] rows)
    {
        var given = reader.Numbers([]).Rows.Zip(reader.Texts(column)).Where(c => Channels.Reaches(column, c.Second)).Select(c => c.First).ToHashSet();
        return Array.ConvertAll(rows, given.Contains);
    }
}
