using Charts;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Datasets;

public sealed class Explore(DashboardDb db, QualityCheck check, ExploreCharts charts) : PageModel
{
    /// <summary>Each picture is some ten thousand characters of page.</summary>
    private const int MostPictures = 24;
    public const int MostTicks = 40;

    public Import Import { get; private set; } = null!;
    public Dataset Dataset => Import.Dataset;
    public DataQuality Found { get; private set; } = null!;
    public ExploreWish Wish { get; private set; } = null!;
    public Chart Pairs { get; private set; } = null!;
    public BoxPlots? Boxes { get; private set; }
    public Chart? Missing { get; private set; }
    public Chart? Revenue { get; private set; }
    public IReadOnlyList<Column> Numbers { get; private set; } = [];
    public IReadOnlyList<Column> Categories { get; private set; } = [];
    public IReadOnlyList<ColumnQuality> Pictured { get; private set; } = [];
    public int NotPictured { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return NotFound();
        }
        (Import, Wish) = (import, ExploreWish.Read(Request.Query, import.Dataset));
        (Numbers, Categories) = (ExploreWish.Numbers(Dataset), ExploreWish.Categories(Dataset));
        var missing = Task.Run(() => charts.Missing(import));
        (Pairs, Boxes) = charts.Compared(import, Wish);
        Found = check.Of(import);
        (Missing, Revenue) = (await missing, ExploreCharts.Revenue(import));
        var pictured = Found.Columns.Where(c => c.Column.Role is ColumnRole.Number or ColumnRole.Category or ColumnRole.Consent && c.Column.Distinct > 0).ToList();
        (Pictured, NotPictured) = ([.. pictured.Take(MostPictures)], Math.Max(0, pictured.Count - MostPictures));
        return Page();
    }

    public Chart? Picture(ColumnQuality column) => ExploreCharts.Picture(column, Dataset);

    public string Address(string chart, string query = "") => $"/datasets/{Dataset.Id}/charts/{chart}{query}";

    public string AddressOf(ColumnQuality column) => column.Column.Role == ColumnRole.Number
        ? Address("histogram", (Wish with { Pair = [], By = null, Of = column.Column, IsViolin = false }).ToQuery())
        : Address("bars", (Wish with { Pair = [], By = column.Column, Of = null, IsViolin = false }).ToQuery());
}
