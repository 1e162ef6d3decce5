using Dashboard.Data;
using Dashboard.Imports;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Imports;

/// <summary>A step on the way of one upload. Once it is imported, every step leads to the result.</summary>
public abstract class DraftPage(DashboardDb db) : PageModel
{
    public ImportDraft Draft { get; private set; } = null!;
    public ImportOptions Options { get; protected set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!);
        var draft = await db.ImportDrafts.Include(d => d.Dataset!.Columns).Include(d => d.Import).SingleOrDefaultAsync(d => d.Id == id);
        if (draft is null)
        {
            context.Result = NotFound();
            return;
        }
        if (draft.Import is { } import)
        {
            context.Result = Redirect($"/datasets/{import.DatasetId}");
            return;
        }
        (Draft, Options) = (draft, ImportOptions.FromJson(draft.Options));
        await next();
    }
}
