using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

public sealed class Customers(DashboardDb db, CustomerStore store) : PageModel
{
    private const int PageSize = 50;

    public Dataset Dataset { get; private set; } = null!;
    public IReadOnlyList<Column> Columns { get; private set; } = [];
    public IReadOnlyList<CustomerRow> Rows { get; private set; } = [];
    public string KeyName => Dataset.Columns.Find(c => c.Role == ColumnRole.Key)?.Name ?? "Customer";
    public string? Search { get; private set; }
    public bool IsLater { get; private set; }
    public long? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, string? search, long? after)
    {
        var dataset = await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == id);
        if (dataset is null || dataset.Customers == 0)
        {
            return NotFound();
        }
        (Dataset, Search, IsLater) = (dataset, string.IsNullOrWhiteSpace(search) ? null : search.Trim(), after > 0);
        using var reader = store.Read(dataset, dataset.Version);
        Columns = reader.Stored;
        var rows = reader.Page(after ?? 0, PageSize + 1, Search).ToList();
        Next = rows.Count > PageSize ? rows[PageSize - 1].Row : null;
        Rows = rows[..Math.Min(rows.Count, PageSize)];
        return Page();
    }
}
