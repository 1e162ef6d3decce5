using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Dashboard.Privacy;

namespace Dashboard.Api;

public static class CustomersApi
{
    public sealed record CustomerJson(string Key, IReadOnlyList<RecordJson> Datasets);

    public sealed record RecordJson(
        int DatasetId, string Name, int Version, bool Current, bool Suppressed, Dictionary<string, object?> Values, IReadOnlyList<VersionJson> Versions, IReadOnlyList<SegmentJson> Segments);

    /// <summary>From a version up to, and without, another; null when it still holds.</summary>
    public sealed record VersionJson(int From, int? To, Dictionary<string, object?> Values);

    public sealed record SegmentJson(int Id, int Index, string Name, int RunId, string Run, DateTime At, int DatasetVersion, double? Distance, bool Active);

    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/customers/{**key}", ShowAsync).WithMetadata(new NamesPeopleAttribute()).RequireAuthorization(Rights.ApiRead).WithTags("Customers");
        api.MapDelete("/customers/{**key}", EraseAsync).RequireAuthorization(Rights.ApiErase).WithTags("Customers");
    }

    /// <summary>A key belongs to a data set: in which ones it shall be erased has to be said.</summary>
    private static async Task<IResult> EraseAsync(string? key, int? datasetId, bool? everywhere, CustomerRecords customers, EraseCustomer erase, CancellationToken cancellation)
    {
        var found = await customers.FindAsync(key ?? "", cancellation);
        var wanted = everywhere == true ? found : [.. found.Where(r => r.Dataset.Id == datasetId)];
        if (found.Count > 0 && datasetId is null && everywhere != true)
        {
            return Problems.Conflict($"This customer is in: {string.Join(", ", found.Select(r => $"{r.Dataset.Name} (?datasetId={r.Dataset.Id})"))}. Say in which one to erase them, or ?everywhere=true.");
        }
        try
        {
            return wanted.Count == 0 ? Problems.NotFound("customer", $"with the key \"{key}\"") : TypedResults.Ok(new { erased = await erase.EraseAsync(wanted, cancellation) });
        }
        catch (ImportConflict conflict)
        {
            return Problems.Conflict(conflict.Message);
        }
    }

    private static async Task<IResult> ShowAsync(string? key, HttpRequest request, CustomerRecords customers, CancellationToken cancellation)
    {
        key = string.IsNullOrEmpty(key) ? request.Query["key"].ToString() : key;
        return await customers.FindAsync(key, cancellation) is { Count: > 0 } records
            ? TypedResults.Ok(new CustomerJson(records[0].Latest.Row.Key, [.. records.Select(Of)]))
            : Problems.NotFound("customer", $"with the key \"{key}\"");
    }

    private static RecordJson Of(CustomerRecord record) => new(
        record.Dataset.Id, record.Dataset.Name, record.Dataset.Version, record.IsCurrent, record.LeftOut != LeftOut.No, Named(record, record.Latest),
        [.. record.Versions.Select(v => new VersionJson(v.From, v.To, Named(record, v)))], [.. record.Segments.Select(Of)]);

    private static SegmentJson Of(CustomerSegment s) =>
        new(s.Segment.Id, s.Segment.Index, s.Segment.Name, s.Run.Id, s.Run.Name, s.Run.FinishedAt ?? s.Run.QueuedAt, s.Run.DatasetVersion, s.Distance, s.IsInUse);

    /// <summary>Under the names of the file, which are never re-cased.</summary>
    private static Dictionary<string, object?> Named(CustomerRecord record, CustomerVersion version) =>
        record.Columns.Zip(version.Row.Values).ToDictionary(pair => pair.First.Name, pair => pair.Second);
}
