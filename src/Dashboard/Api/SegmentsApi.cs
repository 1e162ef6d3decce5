using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Api;

public static class SegmentsApi
{
    public sealed record Change(string? Name, string? Description, string? Action);

    /// <summary>A feature's figures; null where there is nothing to compare with, which JSON has no number for.</summary>
    public sealed record FeatureJson(
        string Name, string Label, string? Unit, bool Clustered, int Count, double? Mean, double? StandardDeviation, double? Minimum, double? Median, double? Maximum,
        double? OverallMean, double? OverallStandardDeviation, double? OthersMean, double? Effect, double? Deviation, bool IsMarker)
    {
        public static FeatureJson Of(FeatureProfile f) => new(
            f.Name, f.Label, f.Unit, f.Clustered, f.Count, Known(f.Mean), Known(f.StandardDeviation), Known(f.Minimum), Known(f.Median), Known(f.Maximum),
            Known(f.OverallMean), Known(f.OverallStandardDeviation), Known(f.OthersMean), Known(f.Effect), Known(f.Deviation), f.IsMarker);

        private static double? Known(double value) => double.IsFinite(value) ? value : null;
    }

    /// <summary>A word of a category; null where so few customers are told of that they could be recognised.</summary>
    public sealed record ShareJson(string Value, int? Count, double? Share, double OverallShare, double? Lift, double? OthersShare, double? Effect)
    {
        public static ShareJson Of(CategoryShare s, bool isHidden) => isHidden ? new(s.Value, null, null, s.OverallShare, null, null, null)
            : new(s.Value, s.Count, s.Share, s.OverallShare, s.Lift, s.OthersShare, s.Effect);
    }

    public sealed record CategoryJson(string Name, string Label, IReadOnlyList<ShareJson> Shares);

    public sealed record Marker(string Feature, double Mean, double Others, double Effect);

    /// <summary>
    /// Rows is how many customers the rule takes, Counted how many the database itself counts by the SQL; Agreement is that of the rules of all segments
    /// with customers who were held out.
    /// </summary>
    public sealed record RuleJson(string Text, string Sql, double Coverage, double Precision, int Rows, int? Counted, double? Agreement);

    /// <summary>The customer who is most typical.</summary>
    public sealed record MedoidJson(string Customer, Dictionary<string, object?> Values)
    {
        public static MedoidJson? Of(SegmentFacts facts) => facts.Medoid is not { } medoid ? null
            : new(medoid.Key, facts.Columns.Zip(medoid.Values).ToDictionary(v => v.First.Name, v => v.Second));
    }

    /// <summary>Customers who can be reached by a channel: by a consent, or because an address is known; null where they are so few that they could be recognised.</summary>
    public sealed record ReachJson(string Column, int? Customers)
    {
        public static ReachJson Of((Column Channel, int Customers) reach) => new(reach.Channel.Name, SmallCells.Hides(reach.Customers) ? null : reach.Customers);
    }

    /// <summary>What they come to in the column of what a customer is worth; Share is that of the sum of all.</summary>
    public sealed record ValueJson(string Column, double Total, double PerCustomer, double? Share)
    {
        public static ValueJson? Of(Worth? worth) => worth is null ? null : new(worth.Feature.Name, worth.Total, worth.Feature.Mean, worth.Share);
    }

    public sealed record SegmentJson(
        int Id, int RunId, int Index, string Name, string Description, string Action, int Size, double Share,
        Dictionary<string, double> Means, IReadOnlyList<Marker> Markers, IReadOnlyList<FeatureJson> Features, IReadOnlyList<CategoryJson> Categories,
        RuleJson? Rule, double? Stability, double? Silhouette, double? Borderline, MedoidJson? Medoid,
        IReadOnlyList<ReachJson> Reachable, ValueJson? Value)
    {
        public static SegmentJson Of(Segment s, SegmentFacts facts, Worth? worth)
        {
            var (profile, found, cells) = (s.ReadProfile(), facts.Evidence, SmallCells.Of(s.Run));
            return new(s.Id, s.RunId, s.Index, s.Name, s.Description, s.Action, s.Size, s.Share, RunSegmentJson.MeansOf(profile),
                [.. profile.Features.Where(f => f.IsMarker && double.IsFinite(f.OthersMean)).OrderByDescending(f => Math.Abs(f.Effect)).Select(f => new Marker(f.Name, f.Mean, f.OthersMean, f.Effect))],
                [.. profile.Features.Select(FeatureJson.Of)], [.. profile.Categories.Select(c => new CategoryJson(c.Name, c.Label, [.. c.Shares.Select(share => ShareJson.Of(share, cells.Hides(s.Index, c.Name, share.Value)))]))],
                found?.Rule is { } rule ? new(rule.Text, rule.Sql, rule.Coverage, rule.Precision, rule.Rows, facts.CountedByRule, facts.Run?.RuleAgreement) : null,
                found?.Stability, found?.Silhouette, found?.Borderline, MedoidJson.Of(facts), [.. facts.Reach.Select(ReachJson.Of)], ValueJson.Of(worth));
        }
    }

    public static void MapSegments(this IEndpointRouteBuilder api)
    {
        var segments = api.MapGroup("/segments").WithTags("Segments").WithMetadata(new NamesPeopleAttribute());
        segments.MapGet("/{id:int}", ShowAsync).RequireAuthorization(Rights.ApiRead);
        segments.MapPatch("/{id:int}", ChangeAsync).RequireAuthorization(Rights.ApiWrite);
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db, CustomerStore store, TargetSheets sheets) =>
        await FindAsync(id, db) is { } segment ? TypedResults.Ok(await AnswerAsync(segment, store, sheets)) : Problems.NotFound("segment", id);

    private static async Task<IResult> ChangeAsync(int id, Change change, HttpContext http, DashboardDb db, CustomerStore store, TargetSheets sheets, RunChanges changes)
    {
        if (await FindAsync(id, db) is not { } segment)
        {
            return Problems.NotFound("segment", id);
        }
        var errors = await changes.EditAsync(segment, change.Name, change.Description, change.Action, http.User.Identity?.Name ?? "");
        return errors.Count > 0 ? Problems.Invalid(errors) : TypedResults.Ok(await AnswerAsync(segment, store, sheets));
    }

    private static Task<Segment?> FindAsync(int id, DashboardDb db) => db.Segments.Include(s => s.Run.Dataset.Columns).Include(s => s.Run.Segments).AsSplitQuery().SingleOrDefaultAsync(s => s.Id == id);

    private static async Task<SegmentJson> AnswerAsync(Segment segment, CustomerStore store, TargetSheets sheets)
    {
        using var reader = store.Read(segment.Run.Dataset, segment.Run.DatasetVersion);
        return SegmentJson.Of(segment, SegmentFacts.Of(segment, reader), Worth.Of(segment, await sheets.WorthOfAsync(segment.Run)));
    }
}
