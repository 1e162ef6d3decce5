using Charts;
using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Privacy;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Datasets;

[NamesPeople]
public sealed class Quality(DashboardDb db, QualityCheck check, CustomerStore store) : PageModel
{
    /// <summary>Each picture is some ten thousand characters of page.</summary>
    private const int MostPictures = 24;
    public const int MostCorrelated = 50;

    public Import Import { get; private set; } = null!;
    public Dataset Dataset => Import.Dataset;
    public DataQuality Found { get; private set; } = null!;
    public IReadOnlyList<Column> Stored { get; private set; } = [];
    public IReadOnlyList<QualityFinding> Findings { get; private set; } = [];
    public IReadOnlyList<ColumnQuality> Pictured { get; private set; } = [];
    public int NotPictured { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.Imports.VisibleAsync(id) is not { } import)
        {
            return NotFound();
        }
        (Import, Found) = (import, check.Of(import));
        Stored = [.. Found.Columns.Select(c => c.Column).Where(c => c.IsStored)];
        Findings = QualityFinding.In(Found, import, LeftOutText.Of(store.CountLeftOut(Dataset, Dataset.Version)));
        // Of texts that are different for everybody, as names are, there is nothing to see.
        var pictured = Found.Columns.Where(c => c.Spread is not null || c.Days is not null && c.Top.Count > 0 || c.Top.Any(t => t.Count > 1) || c.Top.Count == c.Column.Distinct && c.Top.Count > 0).ToList();
        (Pictured, NotPictured) = ([.. pictured.Take(MostPictures)], Math.Max(0, pictured.Count - MostPictures));
        return Page();
    }

    public Chart? Picture(ColumnQuality column) => ExploreCharts.Picture(column, Dataset);

    public string? Address(ColumnQuality column) => column.Column.Role switch
    {
        ColumnRole.Number => $"/datasets/{Dataset.Id}/charts/histogram?of={CustomerWish.NameOf(column.Column)}",
        ColumnRole.Category or ColumnRole.Consent => $"/datasets/{Dataset.Id}/charts/bars?by={CustomerWish.NameOf(column.Column)}",
        _ => null,
    };

    public string About(ColumnQuality column) => Caption.OfColumn(column, Dataset);

    public static string Word(ColumnFlag flag) => flag switch
    {
        ColumnFlag.Empty => "empty",
        ColumnFlag.Constant => "constant",
        _ => "like a key",
    };

    /// <summary>The rows behind a figure.</summary>
    public string Customers(ColumnFilter filter) => $"/datasets/{Dataset.Id}/customers{new CustomerWish(null, null, [filter], new(null)).ToQuery()}";

    public string Share(long count) => Figure.Share(count / (double)Math.Max(1, Dataset.Customers));
}
