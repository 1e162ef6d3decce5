using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>
/// What there is to say of a segment beyond its profile: evidence, the customers that stand for it or are in doubt, and how many the database itself counts by the rule.
/// </summary>
public sealed record SegmentFacts(
    RunEvidence? Run, SegmentEvidence? Evidence, int? CountedByRule, CustomerRow? Medoid, IReadOnlyList<CustomerRow> Doubtful, IReadOnlyList<Column> Columns)
{
    /// <summary>A segment of the noise has none, nor has one of a run that is older than this.</summary>
    public static SegmentFacts Of(Segment segment, CustomerReader reader)
    {
        var run = RunModel.FromJson(segment.Run.Model!).Evidence;
        if (run?.Segments.FirstOrDefault(e => e.Index == segment.Index) is not { } found)
        {
            return new(run, null, null, null, [], reader.Stored);
        }
        return new(run, found, found.Rule is null ? null : reader.CountMeeting(segment.RunId, found.Rule.Sql),
            found.Medoid is null ? null : reader.At([(int)found.Medoid]).FirstOrDefault(), reader.At([.. found.Doubtful.Select(row => (int)row)]), reader.Stored);
    }
}
