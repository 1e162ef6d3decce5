using Dashboard.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Runs;

public sealed class Index(DashboardDb db) : PageModel
{
    public const int MostShown = 200;

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public async Task OnGetAsync() => Runs = await db.Runs.Include(r => r.Dataset).OrderByDescending(r => r.Id).Take(MostShown).ToListAsync();
}
