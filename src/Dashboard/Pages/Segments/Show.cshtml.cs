using Charts;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Reports;
using Dashboard.Runs;
using Dashboard.Targets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Segmentation.Profiles;

namespace Dashboard.Pages.Segments;

[NamesPeople]
public sealed class Show(DashboardDb db, RunCharts charts, RunChanges changes, ReportPrinter printer, CustomerStore store, Audiences audiences, UntilWritten<int, SegmentFacts> facts, Nicknames nicknames, TargetSheets sheets, SegmentMovements movements) : PageModel
{
    private const int HistogramsShown = 6;
    private const int ChangesShown = 10;
    private const int OrderedAtOnce = 100_000;

    private long _writes;

    public Segment Segment { get; private set; } = null!;
    public SegmentProfile Profile { get; private set; } = null!;
    public SegmentFacts Facts { get; private set; } = null!;
    /// <summary>Null until it is asked for, where there are so many customers that to order them takes seconds.</summary>
    public AudienceView? Audience { get; private set; }
    public IReadOnlyList<KeyFigure> Figures { get; private set; } = [];
    public RowsBehind Rows { get; private set; } = null!;
    public SmallCells Cells { get; private set; } = null!;

    /// <summary>The largest others of its run, to stand beside it.</summary>
    public IReadOnlyList<Segment> Others => Segment.IsNoise ? [] : [.. Segment.Run.Segments.Where(s => !s.IsNoise && s.Id != Segment.Id).OrderByDescending(s => s.Size).Take(SegmentComparison.Most - 1)];

    /// <summary>Who changed name, notes or action, the latest first.</summary>
    public IReadOnlyList<AuditEntry> Log { get; private set; } = [];

    /// <summary>Null when none fits, or when people chose the name.</summary>
    public string? Nickname { get; private set; }
    public bool IsNameSuggested => Segment.Name == Segment.SuggestedName;
    public IReadOnlyList<string> Reasons => IsNameSuggested ? NameReasons.OfName(Profile) : NameReasons.Of(Profile);
    public Chart Apart => RunCharts.Apart(Segment);
    /// <summary>Charts drawn for this hold until anything is written. Names that were refused are in charts too, of this one answer.</summary>
    public string Drawn => $"{_writes} {Segment.Id} {Segment.Name}";
    public Dictionary<string, string[]> Errors { get; private set; } = [];
    public bool IsModelGiven => RunModel.FromJson(Segment.Run.Model!).Given is not null;
    public string? PdfMissing => printer.WhyNot;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // Counted before asking: what is written meanwhile makes the charts old at once.
        _writes = db.Writes;
        if (await db.Segments.WithRunAsync(int.Parse((string)RouteData.Values["id"]!)) is not { } segment)
        {
            context.Result = NotFound();
            return;
        }
        (Segment, Profile) = (segment, segment.ReadProfile());
        await next();
    }

    public async Task OnGetAsync()
    {
        var dataset = await db.Datasets.AsNoTracking().Include(d => d.Columns).SingleAsync(d => d.Id == Segment.Run.DatasetId);
        using var reader = store.Read(dataset, Segment.Run.DatasetVersion);
        Audience = Segment.Run.RowsUsed > OrderedAtOnce && !Request.Query.ContainsKey("tier") ? null : AudienceView.Of(Segment, audiences.Of(Segment, reader), AudienceWish.Read(Request.Query, reader.Stored), reader);
        Facts = await facts.AskAsync(Segment.Id, () => Task.FromResult(SegmentFacts.Of(Segment, reader)));
        Figures = KeyFigure.Of(Segment, Profile, Facts, Worth.Of(Segment, await sheets.WorthOfAsync(Segment.Run)));
        (Rows, Cells) = (new(Segment, Facts.Columns), SmallCells.Of(Segment.Run));
        Log = await db.Audit.AsNoTracking().Where(e => e.What == RunChanges.SegmentEdited && e.About.StartsWith($"segment {Segment.Id},")).OrderByDescending(e => e.Id).Take(ChangesShown).ToListAsync();
        Nickname = IsNameSuggested && !Segment.IsNoise ? await nicknames.OfAsync(Profile) : null;
    }

    public Task<SegmentMovement> MovementAsync() => movements.OfAsync(Segment, withCustomers: Segment.Run.RowsUsed <= OrderedAtOnce);

    public Task<Chart?> ScatterAsync() => charts.ScatterAsync(Segment.Run, segment: Segment.Index);

    public async Task<List<(Chart Chart, string File)>> HistogramsAsync()
    {
        var found = new List<(Chart, string)>();
        foreach (var feature in Profile.Features.Take(HistogramsShown))
        {
            if (await charts.HistogramAsync(Segment.Run, feature.Name, Segment.Index) is { } histogram)
            {
                found.Add((histogram, $"/runs/{Segment.RunId}/charts/histogram{new ChartChoice(Feature: feature.Name, Segment: Segment.Index).ToQuery()}"));
            }
        }
        return found;
    }

    public async Task<IActionResult> OnPostNicknameAsync()
    {
        if (await nicknames.OfAsync(Profile) is { } nickname)
        {
            await changes.EditAsync(Segment, nickname, null, null, User.Identity?.Name ?? "");
            TempData["Notice"] = $"They are called “{nickname}” from now on. Empty the name below to go back.";
        }
        return Redirect($"/segments/{Segment.Id}");
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? description, string? action)
    {
        Errors = await changes.EditAsync(Segment, name ?? "", description ?? "", action ?? "", User.Identity?.Name ?? "");
        if (Errors.Count > 0)
        {
            // Shown again as it was typed; nothing is saved.
            (Segment.Name, Segment.Description, Segment.Action) = (name ?? "", description ?? "", action ?? "");
            await OnGetAsync();
            return Page();
        }
        TempData["Notice"] = "Saved.";
        return Redirect($"/segments/{Segment.Id}");
    }
}
