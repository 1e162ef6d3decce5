using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Explore;

namespace Dashboard.Api;

public static class CustomersApi
{
    public sealed record CustomerJson(string Key, IReadOnlyList<RecordJson> Datasets);

    public sealed record RecordJson(
        int DatasetId, string Name, int Version, bool Current, Dictionary<string, object?> Values, IReadOnlyList<VersionJson> Versions, IReadOnlyList<SegmentJson> Segments);

    /// <summary>From a version up to, and without, another; null when it still holds.</summary>
    public sealed record VersionJson(int From, int? To, Dictionary<string, object?> Values);

    public sealed record SegmentJson(int Id, int Index, string Name, int RunId, string Run, DateTime At, int DatasetVersion, double? Distance, bool Active);

    public static void MapCustomers(this IEndpointRouteBuilder api) =>
        api.MapGet("/customers/{**key}", ShowAsync).RequireAuthorization(Rights.ApiRead).WithTags("Customers");

    private static async Task<IResult> ShowAsync(string? key, HttpRequest request, CustomerRecords customers, CancellationToken cancellation)
    {
        key = string.IsNullOrEmpty(key) ? request.Query["key"].ToString() : key;
        return await customers.FindAsync(key, cancellation) is { Count: > 0 } records
            ? TypedResults.Ok(new CustomerJson(records[0].Latest.Row.Key, [.. records.Select(Of)]))
            : Problems.NotFound("customer", $"with the key \"{key}\"");
    }

    private static RecordJson Of(CustomerRecord record) => new(
        record.Dataset.Id, record.Dataset.Name, record.Dataset.Version, record.IsCurrent, Named(record, record.Latest),
        [.. record.Versions.Select(v => new VersionJson(v.From, v.To, Named(record, v)))], [.. record.Segments.Select(Of)]);

    private static SegmentJson Of(CustomerSegment s) =>
        new(s.Segment.Id, s.Segment.Index, s.Segment.Name, s.Run.Id, s.Run.Name, s.Run.FinishedAt ?? s.Run.QueuedAt, s.Run.DatasetVersion, s.Distance, s.IsInUse);

    /// <summary>Under the names of the file, which are never re-cased.</summary>
    private static Dictionary<string, object?> Named(CustomerRecord record, CustomerVersion version) =>
        record.Columns.Zip(version.Row.Values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
}
