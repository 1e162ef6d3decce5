using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Pages.Runs;

public sealed class Quality(DashboardDb db, RunCharts charts) : RunPage(db)
{
    public DrawingView Silhouettes { get; private set; } = null!;

    public void OnGet() => Silhouettes = View(() => charts.DrawAsync("silhouette", Run), "silhouette", "", 560, 560);
}
