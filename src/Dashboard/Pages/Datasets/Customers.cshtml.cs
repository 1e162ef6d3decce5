using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

[NamesPeople]
public sealed class Customers(DashboardDb db, CustomerList list) : PageModel
{
    private const int MostFilters = 12;

    public Dataset Dataset { get; private set; } = null!;
    public CustomerWish Wish { get; private set; } = null!;
    public CustomerPage Found { get; private set; } = null!;
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<Column> Numbers { get; private set; } = [];
    public IReadOnlyList<(Column Column, string[] Values)> Categories { get; private set; } = [];
    public IReadOnlyList<Segment> Segments { get; private set; } = [];
    public Segment? Segment { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, [FromQuery(Name = "page")] string? number)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return NotFound();
        }
        Dataset = import.Dataset;
        Columns = [.. Dataset.Columns.Where(c => c.IsStored).OrderBy(c => c.Position)];
        Wish = CustomerWish.Read(Request.Query, Columns);
        await FindSegmentsAsync();
        Found = list.Page(import, Wish, Segment, int.TryParse(number, out var n) ? n : 1);
        Numbers = [.. Columns.Where(c => c.Role == ColumnRole.Number).Take(MostFilters)];
        var choices = list.Choices(import);
        Categories = [.. Columns.Where(c => choices.ContainsKey(c.Position)).Take(MostFilters).Select(c => (c, choices[c.Position]))];
        return Page();
    }

    public string Address(CustomerWish wish, int page = 1) => $"/datasets/{Dataset.Id}/customers{wish.ToQuery(page)}";

    /// <summary>What is filtered by, in words, each with the address of the list without it.</summary>
    public IEnumerable<(string Text, string Without)> Conditions()
    {
        if (Wish.Search is { } words)
        {
            yield return ($"“{words}” in key or text", Address(Wish with { Search = null }));
        }
        if (Segment is not null)
        {
            yield return ($"segment {Segment.Name}", Address(Wish with { Segment = null }));
        }
        foreach (var filter in Wish.Filters)
        {
            yield return (Words(filter), Address(Wish with { Filters = [.. Wish.Filters.Where(f => f != filter)] }));
        }
    }

    /// <summary>For aria-sort.</summary>
    public string? Direction(Column? column) => !Wish.IsBy(column) ? null : Wish.Sort.Descending ? "descending" : "ascending";

    public string Arrow(Column? column) => Direction(column) switch { null => "", "descending" => " ▼", _ => " ▲" };

    private async Task FindSegmentsAsync()
    {
        var active = await db.Runs.ActiveAsync(Dataset.Id);
        Segment = await db.Segments.AsNoTracking().SingleOrDefaultAsync(s => s.Id == Wish.Segment && s.Run.DatasetId == Dataset.Id && s.Run.Status == WorkStatus.Completed);
        Wish = Wish with { Segment = Segment?.Id };
        Segments = active is null ? [] : await db.Segments.AsNoTracking().Where(s => s.RunId == active.Id).OrderByDescending(s => s.Size).ToListAsync();
        Segments = Segment is null || Segments.Any(s => s.Id == Segment.Id) ? Segments : [Segment, .. Segments];
    }

    private static string Words(ColumnFilter filter) => filter switch
    {
        { IsMissing: true } => $"{filter.Column.Name} is missing",
        { Is: { } text } => $"{filter.Column.Name} is {text}",
        { From: { } from, To: { } to } => $"{filter.Column.Name} from {Figure.Text(from)} to {Figure.Text(to)}",
        { From: { } from } => $"{filter.Column.Name} from {Figure.Text(from)}",
        _ => $"{filter.Column.Name} to {Figure.Text(filter.To)}",
    };
}
