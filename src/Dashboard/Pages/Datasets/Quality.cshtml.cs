using Charts;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Datasets;

public sealed class Quality(DashboardDb db, QualityCheck check) : PageModel
{
    /// <summary>Each picture is some ten thousand characters of page.</summary>
    private const int MostPictures = 24;

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
        Findings = QualityFinding.In(Found, import);
        var pictured = Found.Columns.Where(c => c.Spread is not null || c.Top.Count > 0).ToList();
        (Pictured, NotPictured) = ([.. pictured.Take(MostPictures)], Math.Max(0, pictured.Count - MostPictures));
        return Page();
    }

    public Chart Picture(ColumnQuality column) => column.Spread is { } spread
        ? new Histogram(column.Column.Name, $"How many customers have which {column.Column.Label}.", column.Column.Name, spread.Bins)
        : new SizeBars(column.Column.Name, $"The most frequent values of {column.Column.Label}.", [.. column.Top.Select(Bar)]);

    public string About(ColumnQuality column) => column switch
    {
        { Spread: { } spread } => $"Middle half from {Figure.Text(spread.LowerQuartile)} to {Figure.WithUnit(spread.UpperQuartile, column.Column.Unit)}.",
        _ when column.Column.Distinct > column.Top.Count => $"The {column.Top.Count} most frequent of {column.Column.Distinct:N0} values.",
        _ => $"{column.Column.Distinct:N0} {(column.Column.Distinct == 1 ? "value" : "values")}.",
    };

    public static string Word(ColumnFlag flag) => flag switch
    {
        ColumnFlag.Empty => "empty",
        ColumnFlag.Constant => "constant",
        _ => "like a key",
    };

    /// <summary>The rows behind a figure.</summary>
    public string Customers(ColumnFilter filter) => $"/datasets/{Dataset.Id}/customers{new CustomerWish(null, null, [filter], new(null)).ToQuery()}";

    public string Share(long count) => Figure.Share(count / (double)Math.Max(1, Dataset.Customers));

    private SizeBar Bar((string Text, int Count) value) =>
        new(value.Text, Slot.Rest, value.Count, value.Count / (double)Math.Max(1, Dataset.Customers), $"{value.Count:N0} · {Share(value.Count)}");
}
