using System.Globalization;
using Charts;
using Dashboard.Data;
using Dashboard.Models;
using Dashboard.Predictions;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Predictions;

public sealed class Index(DashboardDb db, RunPlacers placers, CheckDrift drift, RunCharts charts) : PageModel
{
    private const int MostHistograms = 6;
    private const int MostShown = 50;

    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public PlacingRun? Placing { get; private set; }
    public string?[] Given { get; private set; } = [];
    public Dictionary<int, string> Errors { get; } = [];
    public Placement? Placed { get; private set; }
    public Segment? Segment { get; private set; }
    public string? Note { get; private set; }
    public IReadOnlyList<string> Switches { get; private set; } = [];

    /// <summary>How likely each segment is, the likeliest first; empty where the algorithm does not know.</summary>
    public IReadOnlyList<(Segment Segment, double Probability)> Memberships { get; private set; } = [];

    /// <summary>What the answer rests on, the strongest first; empty where the run's customers are gone.</summary>
    public IReadOnlyList<AnswerReason> Reasons { get; private set; } = [];
    public (Chart Chart, string File)? Scatter { get; private set; }
    public IReadOnlyList<(Chart Chart, string File)> Histograms { get; private set; } = [];

    /// <summary>The values stand in the order of the fields: numbers, then categories.</summary>
    public async Task<IActionResult> OnGetAsync(int? runId, string?[] values)
    {
        Runs = await db.Runs.ToChooseFromAsync(MostShown);
        if (await placers.FindAsync(runId) is not { } model)
        {
            return runId is null ? Page() : NotFound();
        }
        (Placing, Given) = (model, values);
        if (values.Length > 0)
        {
            await PlaceAsync(model);
        }
        return Page();
    }

    public string? Value(int field) => Given.ElementAtOrDefault(field);

    /// <summary>How sure the answer is, in one sentence.</summary>
    public string Sureness => Placed is not { Segment: >= 0 } placed ? ""
        : placed.Second >= 0 && double.IsFinite(placed.ClearerThan)
            ? $"Clearer than for {Figure.Share(placed.ClearerThan)} of the run’s customers; next would be {Placing!.Segment(placed.Second)?.Name}."
        : Memberships is [var (_, likely), var (next, less), ..] ? $"With a probability of {Figure.Share(likely)}; next would be {next.Name}, with {Figure.Share(less)}."
        : "The nearest of the run’s customers are in this segment.";

    private async Task PlaceAsync(PlacingRun model)
    {
        double[] numbers = [.. model.Placer.Numbers.Select((column, i) => Number(column, i))];
        string?[] words = [.. model.Placer.Words.Select((column, i) => Word(column, numbers.Length + i))];
        if (Errors.Count > 0)
        {
            return;
        }
        var point = new double[model.Placer.Preparation.Dimensions];
        if (!model.Placer.Prepare(numbers, words, point))
        {
            Errors[-1] = "A derived feature or a logarithm has no value for this customer, so there is nothing to compare. Change the values.";
            return;
        }
        var placed = model.Placer.Placer.Place(point);
        (Placed, Segment, Note) = (placed, model.Segment(placed.Segment), model.Note(placed, point));
        Switches = [.. model.Switches(point).Select(s => $"Would move to {model.Segment(s.Segment)?.Name} if {s.Feature} were {(s.IsBelow ? "below" : "above")} {Figure.Text(s.To)}.")];
        Memberships = [.. (model.Placer.Placer.Memberships(point) ?? []).Select((share, c) => (Segment: model.Segment(c), share)).Where(m => m.Segment is not null).Select(m => (m.Segment!, m.share)).OrderByDescending(m => m.share)];
        var features = model.Placer.Features(numbers);
        Reasons = await drift.BeginAsync(model) is { Baseline: var known } ? AnswerReason.Of(model.Placer, features, words, known) : [];
        await DrawAsync(model, features);
    }

    private async Task DrawAsync(PlacingRun model, double[] features)
    {
        var names = model.Placer.Preparation.Numbers.ToList();
        var telling = RunCharts.Telling(model.Run).Select(f => names.IndexOf(f.Name)).Where(i => i >= 0).Take(2).ToList();
        if (telling is [var x, var y])
        {
            Scatter = await DrawAsync(model.Run, "scatter", new(names[x], names[y], AtX: features[x], AtY: features[y]));
        }
        var histograms = new List<(Chart, string)>();
        for (var j = 0; j < Math.Min(MostHistograms, names.Count); j++)
        {
            if (await DrawAsync(model.Run, "histogram", new(Feature: names[j], Segment: Placed!.Value.Segment, AtX: features[j])) is { } histogram)
            {
                histograms.Add(histogram);
            }
        }
        Histograms = histograms;
    }

    private async Task<(Chart, string)?> DrawAsync(Run run, string name, ChartChoice choice) =>
        (await charts.DrawAsync(name, run, choice)).Chart is { } chart ? (chart, $"/runs/{run.Id}/charts/{name}{choice.ToQuery()}") : null;

    private double Number(Column column, int field)
    {
        if (double.TryParse(Value(field)?.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }
        Errors[field] = string.IsNullOrWhiteSpace(Value(field)) ? $"Give a number for {column.Label}." : $"“{Value(field)}” is not a number.";
        return double.NaN;
    }

    private string? Word(Column column, int field)
    {
        if (string.IsNullOrWhiteSpace(Value(field)))
        {
            Errors[field] = $"Choose a {column.Label}.";
        }
        return Value(field);
    }
}
