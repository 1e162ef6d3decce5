using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Runs;
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

    public sealed record Marker(string Feature, double Mean, double Others, double Effect);

    public sealed record SegmentJson(
        int Id, int RunId, int Index, string Name, string Description, string Action, int Size, double Share,
        Dictionary<string, double> Means, IReadOnlyList<Marker> Markers, IReadOnlyList<FeatureJson> Features, IReadOnlyList<CategoryProfile> Categories,
        object? Rule, double? Stability, object? Medoid)
    {
        public static SegmentJson Of(Segment s)
        {
            var profile = s.ReadProfile();
            return new(s.Id, s.RunId, s.Index, s.Name, s.Description, s.Action, s.Size, s.Share, RunSegmentJson.MeansOf(profile),
                [.. profile.Features.Where(f => f.IsMarker && double.IsFinite(f.OthersMean)).OrderByDescending(f => Math.Abs(f.Effect)).Select(f => new Marker(f.Name, f.Mean, f.OthersMean, f.Effect))],
                [.. profile.Features.Select(FeatureJson.Of)], profile.Categories, null, null, null);
        }
    }

    public static void MapSegments(this IEndpointRouteBuilder api)
    {
        var segments = api.MapGroup("/segments").WithTags("Segments");
        segments.MapGet("/{id:int}", ShowAsync).RequireAuthorization(Rights.ApiRead);
        segments.MapPatch("/{id:int}", ChangeAsync).RequireAuthorization(Rights.ApiWrite);
    }

    private static async Task<IResult> ShowAsync(int id, DashboardDb db) =>
        await db.Segments.FindAsync(id) is { } segment ? TypedResults.Ok(SegmentJson.Of(segment)) : Problems.NotFound("segment", id);

    private static async Task<IResult> ChangeAsync(int id, Change change, HttpContext http, DashboardDb db, RunChanges changes)
    {
        if (await db.Segments.FindAsync(id) is not { } segment)
        {
            return Problems.NotFound("segment", id);
        }
        var errors = await changes.EditAsync(segment, change.Name, change.Description, change.Action, http.User.Identity?.Name ?? "");
        return errors.Count > 0 ? Problems.Invalid(errors) : TypedResults.Ok(SegmentJson.Of(segment));
    }
}
