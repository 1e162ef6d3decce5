using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>
/// What there is to say of a segment beyond its profile: evidence, the customers that stand for it or are in doubt, how many the database itself counts by the
/// rule, and how many can be reached by each channel.
/// </summary>
public sealed record SegmentFacts(
    RunEvidence? Run, SegmentEvidence? Evidence, int? CountedByRule, CustomerRow? Medoid, IReadOnlyList<CustomerRow> Doubtful, IReadOnlyList<Column> Columns, IReadOnlyList<(Column Channel, int Customers)> Reach)
{
    /// <summary>A segment of the noise has none, nor has one of a run that is older than this.</summary>
    public static SegmentFacts Of(Segment segment, CustomerReader reader)
    {
        var run = RunModel.FromJson(segment.Run.Model!).Evidence;
        var reach = Channels.Of(reader.Stored).Select(c => (c, reader.CountIn(segment.RunId, segment.Index, c, text => Channels.Reaches(c, text)))).ToList();
        if (run?.Segments.FirstOrDefault(e => e.Index == segment.Index) is not { } found)
        {
            return new(run, null, null, null, [], reader.Stored, reach);
        }
        return new(run, found, found.Rule is null ? null : reader.CountMeeting(segment.RunId, found.Rule.Sql),
            found.Medoid is null ? null : reader.At([(int)found.Medoid]).FirstOrDefault(), reader.At([.. found.Doubtful.Select(row => (int)row)]), reader.Stored, reach);
    }
}
