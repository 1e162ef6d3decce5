using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Segmentation.Profiles;

namespace Dashboard.Pages.Runs;

/// <summary>A page about one run. Those that show what was found lead to the run's own page as long as there is nothing.</summary>
public abstract class RunPage(DashboardDb db) : PageModel
{
    private long _writes;

    public Run Run { get; private set; } = null!;
    public RunSettings Settings => RunSettings.FromJson(Run.Settings);
    public RunModel Found => RunModel.FromJson(Run.Model!);
    public IReadOnlyList<Segment> Segments => [.. RunCharts.InOrder(Run).Where(s => !s.IsNoise)];
    public IReadOnlyList<FeatureProfile> Numbers => RunCharts.FeaturesOf(Run);

    protected DashboardDb Db => db;
    protected virtual bool NeedsResult => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Counted before asking: what is written meanwhile makes the drawings old at once.
        _writes = db.Writes;
        if (await db.Runs.WithSegmentsAsync(int.Parse((string)RouteData.Values["id"]!)) is not { } run)
        {
            context.Result = NotFound();
            return;
        }
        Run = run;
        if (NeedsResult && run.Status != WorkStatus.Completed)
        {
            context.Result = Redirect($"/runs/{run.Id}");
            return;
        }
        await next();
    }

    /// <summary>What was chosen, or the number that tells most of those not taken yet.</summary>
    protected string Chosen(string? wished, params IReadOnlyList<string> taken)
    {
        var telling = RunCharts.Telling(Run);
        return !string.IsNullOrEmpty(wished) ? wished : (telling.FirstOrDefault(f => !taken.Contains(f.Name)) ?? telling[0]).Name;
    }

    /// <summary>A chart with the address under which it can be had.</summary>
    protected DrawingView View(Func<Task<Drawing>> drawAsync, string name, string choice = "", double width = 680, double height = 480) =>
        new(drawAsync, _writes, $"/runs/{Run.Id}/charts/{name}", choice, width, height);

    protected static string Choice(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = QueryString.Empty;
        foreach (var (name, value) in parts)
        {
            query = string.IsNullOrEmpty(value) ? query : query.Add(name, value);
        }
        return query.Value ?? "";
    }
}
