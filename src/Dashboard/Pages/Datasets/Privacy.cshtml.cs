using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

public sealed class Privacy(DashboardDb db, CustomerStore store, ColumnUses uses) : PageModel
{
    public Dataset Dataset { get; private set; } = null!;
    public string? LeftOut { get; private set; }
    public IReadOnlyList<Column> Columns => [.. Dataset.Columns.Where(c => c.IsStored).OrderBy(c => c.Position)];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!);
        if (await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == id && d.Version > 0) is not { } dataset)
        {
            context.Result = NotFound();
            return;
        }
        Dataset = dataset;
        await next();
    }

    public void OnGet() => LeftOut = LeftOutText.Of(store.CountLeftOut(Dataset, Dataset.Version));

    public async Task<IActionResult> OnPostColumnsAsync(Dictionary<int, ColumnRole> use, int[] sensitive)
    {
        var problem = await uses.ChangeAsync(Dataset, use, sensitive);
        TempData[problem is null ? "Notice" : "Warning"] = problem ?? "Saved. Segments, lists and charts show the customers who take part now.";
        return Redirect($"/datasets/{Dataset.Id}/privacy");
    }

    public static string UseOf(ColumnRole role) => role switch
    {
        ColumnRole.Consent => "consent: who may be written to",
        ColumnRole.OptOut => "opt-out: yes leaves them out",
        ColumnRole.OptIn => "opt-in: only yes lets them in",
        var other => RoleName.Of(other),
    };
}
