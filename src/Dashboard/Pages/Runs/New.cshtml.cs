using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Segmentation.Scaling;

namespace Dashboard.Pages.Runs;

public sealed class New(DashboardDb db, RunRequest request, WorkQueue queue) : PageModel
{
    private const string Auto = "auto";
    private bool _isPosted;

    public sealed record Form(string[]? Features, string? Algorithm, string? K, string? Epsilon, int? MinPoints, ScalingMethod? Scaling, int? Starts, int? Seed, string? Name);

    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public Dataset? Dataset { get; private set; }
    public IReadOnlyList<Column> Numbers { get; private set; } = [];
    public RunSettings Settings { get; private set; } = new(Algorithms.KMeans, []);
    public string? Name { get; private set; }
    public string K { get; private set; } = Auto;
    public string Epsilon { get; private set; } = Auto;
    public bool WantedIsGone { get; private set; }
    public Dictionary<string, string[]> Errors { get; private set; } = [];

    /// <summary>Before anything is chosen, the columns that can tell customers apart.</summary>
    public bool IsChosen(Column column) => _isPosted || Settings.Features.Count > 0
        ? Settings.Features.Contains(column.Name)
        : Dataset is not null && RunRequest.Suggested(Dataset).Take(4).Any(c => c.Id == column.Id);

    /// <summary>From an earlier run its settings are taken, to be changed.</summary>
    public async Task OnGetAsync(int? datasetId, int? from)
    {
        if (from is not null && await db.Runs.FindAsync(from) is { } earlier)
        {
            Settings = RunSettings.FromJson(earlier.Settings);
            (K, Epsilon) = (Settings.K?.ToString() ?? Auto, Settings.Epsilon?.ToString() ?? Auto);
            datasetId = earlier.DatasetId;
        }
        await LoadAsync(datasetId);
    }

    public async Task<IActionResult> OnPostAsync(int datasetId, Form form)
    {
        await LoadAsync(datasetId);
        if (Dataset is null || Dataset.Id != datasetId)
        {
            return NotFound();
        }
        (_isPosted, Name, K, Epsilon) = (true, form.Name, form.K ?? Auto, form.Epsilon ?? Auto);
        var (k, epsilon) = (Parse(form.K, "k", "The number of segments"), Parse(form.Epsilon, "epsilon", "Epsilon"));
        Settings = new RunSettings(form.Algorithm ?? Algorithms.KMeans, form.Features ?? [], form.Scaling ?? ScalingMethod.Standard,
            (int?)k, form.Starts ?? 20, epsilon, form.MinPoints ?? 5, form.Seed ?? 42);
        foreach (var (field, state) in ModelState.Where(s => s.Value?.Errors.Count > 0))
        {
            Errors[field.ToLowerInvariant()] = [$"“{state?.AttemptedValue}” is not a number that this field takes."];
        }
        if (form.Features is not { Length: > 0 })
        {
            Errors["features"] = ["Choose at least one number to compare customers by."];
        }
        if (k != Math.Truncate(k ?? 0) && k is not null)
        {
            Errors["k"] = ["The number of segments is a whole number, or auto."];
        }
        if (Errors.Count > 0)
        {
            return Page();
        }
        (var run, Errors) = await request.MakeAsync(Dataset, form.Name, Settings, User.Identity?.Name ?? "");
        if (run is null)
        {
            return Page();
        }
        await queue.StartAsync(run);
        return Redirect($"/runs/{run.Id}");
    }

    private async Task LoadAsync(int? datasetId)
    {
        Datasets = await db.Datasets.Include(d => d.Columns).Where(d => d.Customers > 0).OrderByDescending(d => d.Id).ToListAsync();
        Dataset = Datasets.FirstOrDefault(d => d.Id == datasetId);
        WantedIsGone = datasetId is not null && Dataset is null;
        Dataset ??= Datasets.FirstOrDefault();
        Numbers = Dataset is null ? [] : [.. Dataset.Columns.Where(c => c.Role == ColumnRole.Number).OrderBy(c => c.Position)];
    }

    private double? Parse(string? text, string field, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Equals(Auto, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        if (double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) < 1e9)
        {
            return value;
        }
        Errors[field] = [$"{what} is “{text}”: give a number, or auto."];
        return null;
    }
}
