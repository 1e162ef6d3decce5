using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Runs;

namespace Dashboard.Pages.Segments;

/// <summary>Where the customers behind a figure of a segment are listed. What was made by a formula is no column of theirs, so it has no list.</summary>
public sealed record RowsBehind(Segment Segment, IReadOnlyList<Column> Columns)
{
    public string All => Address(new(null, Segment.Id, [], new(null)));

    public string? SortedBy(string feature, bool descending) => Column(feature) is { } column ? Address(new(null, Segment.Id, [], new(column, false, descending))) : null;

    public string? With(string category, string value) => Column(category) is { } column ? Address(new(null, Segment.Id, [new(column, Is: value)], new(null))) : null;

    /// <summary>Of all customers, not of the segment alone.</summary>
    public string? OfEveryone(string feature) => Column(feature) is { } column ? Address(new(null, null, [], new(column))) : null;

    private Column? Column(string name) => Columns.FirstOrDefault(c => c.Name == name);

    private string Address(CustomerWish wish) => $"/datasets/{Segment.Run.DatasetId}/customers{wish.ToQuery()}";
}
