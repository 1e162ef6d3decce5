using Dashboard.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Selections;

public sealed class Index(DashboardDb db) : PageModel
{
    public const int MostShown = 100;

    public IReadOnlyList<Selection> Selections { get; private set; } = [];

    public async Task OnGetAsync() => Selections = await db.Selections.Include(s => s.Dataset).OrderByDescending(s => s.Id).Take(MostShown).ToListAsync();
}
