using Dashboard.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

public sealed class Index(DashboardDb db) : PageModel
{
    public IReadOnlyList<Row> Datasets { get; private set; } = [];

    public async Task OnGetAsync() =>
        Datasets = await db.Imports.OrderByDescending(i => i.Id)
            .Select(i => new Row(i.DatasetId, i.Dataset.Name, i.Dataset.IsSample, i.Dataset.Customers, i.FileName, i.QueuedAt, i.Status))
            .ToListAsync();

    public sealed record Row(int Id, string Name, bool IsSample, int Customers, string FileName, DateTime QueuedAt, WorkStatus Status)
    {
        public bool IsReady => Status == WorkStatus.Completed;
    }
}
