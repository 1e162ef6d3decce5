using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

public sealed class Privacy(DashboardDb db, CustomerStore store, ColumnUses uses, Consents consents, Retention retention, AuditLog audit, LocalTime local, TimeProvider time) : PageModel
{
    public const int MostDays = 36_500;

    public Dataset Dataset { get; private set; } = null!;
    public string? LeftOut { get; private set; }
    public RetentionPlan? Plan { get; private set; }
    public IReadOnlyList<ConsentWording> Wordings { get; private set; } = [];

    /// <summary>How many days to try: those of the address, else those that hold.</summary>
    public int? Days { get; private set; }
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
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

    public async Task OnGetAsync(int? days, CancellationToken cancellation)
    {
        LeftOut = LeftOutText.Of(store.CountLeftOut(Dataset, Dataset.Version));
        Days = days is >= 1 and <= MostDays ? days : Dataset.KeepDays;
        Wordings = await consents.WordingsAsync(Dataset, cancellation);
        Plan = Days is { } wanted ? await retention.PlanAsync(Dataset, wanted, cancellation) : null;
    }

    public async Task<IActionResult> OnPostKeepAsync(int? days)
    {
        if (!ModelState.IsValid || days is < 1 or > MostDays)
        {
            TempData["Warning"] = $"Give a number of days from 1 to {MostDays:N0}, or nothing to keep customers for ever.";
            return Redirect($"/datasets/{Dataset.Id}/privacy");
        }
        Dataset.KeepDays = days;
        await audit.AddAsync("dataset.kept", $"data set {Dataset.Id}, {(days is null ? "for ever" : $"{days:N0} days")}");
        TempData["Notice"] = days is null ? "Customers are kept until somebody deletes them." : $"From tonight on, customers are deleted after {days:N0} days.";
        return Redirect($"/datasets/{Dataset.Id}/privacy");
    }

    public string Date(DateOnly day) => local.Date(day.ToDateTime(new TimeOnly(12, 0)));

    public async Task<IActionResult> OnPostColumnsAsync(Dictionary<int, ColumnRole> use, int[] sensitive)
    {
        var problem = await uses.ChangeAsync(Dataset, use, sensitive);
        TempData[problem is null ? "Notice" : "Warning"] = problem ?? "Saved. Segments, lists and charts show the customers who take part now.";
        return Redirect($"/datasets/{Dataset.Id}/privacy");
    }

    public async Task<IActionResult> OnPostWordsAsync(int column, string? source, string? text, DateOnly? since)
    {
        var problem = await consents.WordAsync(Dataset, column, source, text, since, User.Identity?.Name ?? "");
        TempData[problem is null ? "Notice" : "Warning"] = problem ?? "Saved. Earlier words stay: people agreed to them.";
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
