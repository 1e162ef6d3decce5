using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Selections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Selections;

public sealed class Show(DashboardDb db, SelectionRequest request, WorkQueue queue) : PageModel
{
    /// <summary>The smaller charts with what their index says.</summary>
    public static readonly (string Chart, string About)[] Explained =
    [
        ("silhouette", "How much nearer customers are to their own segment than to the next: 1 is perfectly apart, 0 a toss-up. The choice is the highest (Rousseeuw 1987)."),
        ("calinski-harabasz", "The spread between segments over the spread within. The choice is the highest (Caliński and Harabasz 1974)."),
        ("davies-bouldin", "How much segments overlap with their most similar neighbour. The choice is the lowest (Davies and Bouldin 1979)."),
    ];

    public Selection Selection { get; private set; } = null!;
    public SelectionSettings Settings { get; private set; } = null!;
    public SelectionFindings? Found { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = int.Parse((string)RouteData.Values["id"]!);
        if (await db.Selections.Include(s => s.Dataset.Columns).SingleOrDefaultAsync(s => s.Id == id) is not { } selection)
        {
            context.Result = NotFound();
            return;
        }
        (Selection, Settings, Found) = (selection, SelectionSettings.Of(selection), SelectionFindings.Of(selection));
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await db.CancelAsync(Selection);
        return Redirect($"/selections/{Selection.Id}");
    }

    public async Task<IActionResult> OnPostAgainAsync(int from, int to, int minPoints)
    {
        var (again, errors) = await request.MakeAsync(Selection.Dataset, Settings.Wish with { MinPoints = minPoints }, from, to, User.Identity?.Name ?? "");
        if (again is null)
        {
            TempData["Warning"] = string.Join(' ', errors.Values.SelectMany(messages => messages));
            return Redirect($"/selections/{Selection.Id}");
        }
        await queue.StartAsync(again);
        return Redirect($"/selections/{again.Id}");
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (Selection.IsUnderWay)
        {
            TempData["Warning"] = "Cancel it first.";
            return Redirect($"/selections/{Selection.Id}");
        }
        db.Selections.Remove(Selection);
        await db.SaveChangesAsync();
        TempData["Notice"] = "The advice was deleted.";
        return Redirect("/selections");
    }
}
