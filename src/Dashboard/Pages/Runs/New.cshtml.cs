using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Jobs;
using Dashboard.Runs;
using Dashboard.Selections;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Runs;

public sealed class New(DashboardDb db, RunRequest request, SelectionRequest advice, WorkQueue queue, QualityCheck check) : PageModel
{
    private const int ChosenAtFirst = 4;
    public const string SensitiveWarning = "sensitive: compare by it only with a reason that you could tell those concerned";

    public static readonly (string Key, string Name, string About)[] Methods =
    [
        (Algorithms.KMeans, "K-Means", "Everyone gets a segment. Good for planning a campaign for the whole base."),
        (Algorithms.Dbscan, "DBSCAN", "Finds dense groups of any shape; customers who are like nobody stay without a segment."),
        (Algorithms.Hdbscan, "HDBSCAN", "Like DBSCAN, but groups may differ in density, and only their smallest size has to be chosen."),
        (Algorithms.Mixture, "Gaussian mixture", "Everyone gets a segment and a probability for it. Segments may be long, and may overlap."),
    ];

    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public Dataset? Dataset { get; private set; }
    public IReadOnlyList<Column> Numbers { get; private set; } = [];
    public IReadOnlyList<Column> Categories { get; private set; } = [];
    public IReadOnlyList<CorrelatedPair> Correlated { get; private set; } = [];
    public RunForm Form { get; private set; } = new();
    public bool WantedIsGone { get; private set; }
    public Dictionary<string, string[]> Errors { get; private set; } = [];

    /// <summary>From an earlier run its settings are taken, to be changed; from advice what was asked, with the number or the density chosen there; else those that the address holds.</summary>
    public async Task OnGetAsync(int? datasetId, int? from, int? selection, int? k, double? epsilon, int? minPoints, RunForm form)
    {
        Form = form;
        if (selection is not null && await db.Selections.FindAsync(selection) is { } advised)
        {
            var wish = SelectionSettings.Of(advised).Wish;
            Form = RunForm.Of(wish with { Algorithm = epsilon is null ? Algorithms.KMeans : Algorithms.Dbscan, K = k, Epsilon = epsilon, MinPoints = minPoints ?? wish.MinPoints });
            datasetId = advised.DatasetId;
        }
        if (from is not null && await db.Runs.FindAsync(from) is { } earlier)
        {
            Form = RunForm.Of(RunSettings.FromJson(earlier.Settings));
            datasetId = earlier.DatasetId;
        }
        await LoadAsync(datasetId);
        if (Form.Features.Length == 0 && Form.DerivedNames.Length == 0 && Dataset is not null)
        {
            Form = new() { Features = [.. RunRequest.Suggested(Dataset).Take(ChosenAtFirst).Select(c => c.Name)], Algorithm = form.Algorithm, K = form.K };
        }
    }

    public async Task<IActionResult> OnPostAsync(int datasetId, RunForm form)
    {
        await LoadAsync(datasetId);
        if (Dataset is null || Dataset.Id != datasetId)
        {
            return NotFound();
        }
        Form = form;
        var settings = form.Settings(Errors);
        foreach (var (field, state) in ModelState.Where(s => s.Value?.Errors.Count > 0))
        {
            Errors[field.ToLowerInvariant()] = [$"“{state?.AttemptedValue}” is not a number that this field takes."];
        }
        if (Errors.Count > 0)
        {
            return Page();
        }
        if (form.Advise)
        {
            (var selection, Errors) = await advice.MakeAsync(Dataset, settings, 1, SelectionRequest.UsualTo, User.Identity?.Name ?? "");
            return selection is null ? Page() : await StartAsync(selection);
        }
        (var run, Errors) = await request.MakeAsync(Dataset, form.Name, settings, User.Identity?.Name ?? "");
        if (run is null)
        {
            return Page();
        }
        await queue.StartAsync(run);
        return Redirect($"/runs/{run.Id}");
    }

    /// <summary>What to mind about a column, in a few words.</summary>
    public string? WarningOf(Column column) =>
        column.Distinct <= 1 ? "the same for everyone, so it tells nobody apart"
        : RunRequest.LooksLikeId(column, Dataset!) ? "looks like a running number, which says nothing about a customer"
        : Correlated.FirstOrDefault(p => p.First.Name == column.Name || p.Second.Name == column.Name) is { } pair
            ? $"moves with {(pair.First.Name == column.Name ? pair.Second : pair.First).Label} (correlation {pair.Correlation:0.00}): both together count twice"
        : HasLongTail(column) ? "a few very large values: taking its logarithm evens them out"
        : null;

    /// <summary>Formulas that mean something with the first two numbers that can tell customers apart.</summary>
    public IReadOnlyList<(string Name, string Formula)> Examples => RunRequest.Suggested(Dataset!) is [.., var income, var spending]
        ? [($"{spending.Label} per {income.Label}", $"[{spending.Name}] / ([{income.Name}] + 1)"), ($"{income.Label} × {spending.Label}", $"[{income.Name}] * [{spending.Name}]")]
        : [];

    /// <summary>Pearson's second coefficient of skewness, from which on a logarithm helps.</summary>
    private static bool HasLongTail(Column column) =>
        column is { Role: ColumnRole.Number, Min: >= 0, Mean: { } mean, Median: { } median, StandardDeviation: > 0 and var deviation } && 3 * (mean - median) / deviation > 1;

    private async Task<IActionResult> StartAsync(Selection selection)
    {
        await queue.StartAsync(selection);
        return Redirect($"/selections/{selection.Id}");
    }

    private async Task LoadAsync(int? datasetId)
    {
        Datasets = await db.Datasets.Include(d => d.Columns).Where(d => d.Customers > 0).OrderByDescending(d => d.Id).ToListAsync();
        Dataset = Datasets.FirstOrDefault(d => d.Id == datasetId);
        WantedIsGone = datasetId is not null && Dataset is null;
        Dataset ??= Datasets.FirstOrDefault();
        if (Dataset is null)
        {
            return;
        }
        Numbers = [.. Dataset.Columns.Where(c => c.Role == ColumnRole.Number).OrderBy(c => c.Position)];
        Categories = [.. Dataset.Columns.Where(c => c.Role is ColumnRole.Category or ColumnRole.Consent).OrderBy(c => c.Position)];
        Correlated = await db.Imports.VisibleAsync(Dataset.Id) is { } import ? check.Of(import).Correlated : [];
    }
}
