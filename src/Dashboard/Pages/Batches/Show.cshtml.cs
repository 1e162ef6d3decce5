using Dashboard.Access;
using Dashboard.Batches;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Pages.Imports;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Batches;

/// <summary>A file from its columns over the placing to what came of it.</summary>
[NamesPeople]
public sealed class Show(DashboardDb db, RunPlacers placers, Uploads uploads, BatchRequests requests, WorkQueue queue) : PageModel
{
    public const int ProblemsShown = 50;

    public Batch Batch { get; private set; } = null!;
    public PlacingRun Placing { get; private set; } = null!;
    public BatchOptions Options { get; private set; } = null!;
    public BatchResult? Result { get; private set; }

    /// <summary>Null unless the columns are to be matched.</summary>
    public CsvPreview? Preview { get; private set; }
    /// <summary>For fields without a column one that it may be; nobody is placed before somebody agreed.</summary>
    public IReadOnlyList<int> Suggested { get; private set; } = [];
    public string? Problem { get; private set; }

    public IReadOnlyList<Column> Fields => [.. Placing.Placer.Numbers, .. Placing.Placer.Words];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var batch = await db.Batches.FindAsync(int.Parse((string)RouteData.Values["id"]!));
        if (batch is null || await placers.FindAsync(batch.RunId) is not { } placing)
        {
            context.Result = NotFound();
            return;
        }
        (Batch, Placing, Options) = (batch, placing, BatchOptions.FromJson(batch.Options));
        await next();
    }

    public void OnGet(bool match)
    {
        Result = Batch.Result is null ? null : BatchResult.FromJson(Batch.Result);
        if (!Batch.IsUnderWay && (match || Batch.Status == WorkStatus.Draft))
        {
            Look();
        }
    }

    public async Task<IActionResult> OnPostReadAsync(FormatFields fields)
    {
        if (fields.Format is not { } format)
        {
            return Again(FormatFields.NotOffered);
        }
        try
        {
            await requests.ReadAsAsync(Batch, format, Placing.Placer);
            return Back();
        }
        catch (CsvRefused refused)
        {
            return Again(refused.Message);
        }
    }

    public async Task<IActionResult> OnPostAsync(List<int> fields)
    {
        var columns = PlacedCsv.ColumnsOf(uploads.PathOf(Batch.StoredName), Options.Format).Count;
        var wished = Options with { Fields = fields };
        if (Batch.IsUnderWay || fields.Count != Fields.Count || fields.Exists(f => f < BatchOptions.None || f >= columns))
        {
            return Again("The form did not hold every column. Please send it again.");
        }
        if (!wished.IsComplete)
        {
            Options = wished;
            return Again($"Say which column of the file is {Fields[fields.IndexOf(BatchOptions.None)].Name}: without it nobody can be placed.");
        }
        await requests.PlaceAsync(Batch, wished);
        await queue.StartAsync(Batch);
        return Back();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await db.CancelAsync(Batch);
        return Back();
    }

    public async Task<IActionResult> OnPostDeleteAsync()
    {
        if (Batch.IsUnderWay)
        {
            TempData["Warning"] = "Cancel the placing first.";
            return Back();
        }
        await requests.DeleteAsync(Batch);
        TempData["Notice"] = $"“{Batch.FileName}” and its result were deleted.";
        return Redirect("/predictions/batch");
    }

    private PageResult Again(string problem)
    {
        Problem = problem;
        Look();
        return Page();
    }

    private void Look()
    {
        Preview = CsvPreview.Read(uploads.PathOf(Batch.StoredName), Options.Format);
        Suggested = FieldMatch.Suggest(Preview.Columns, Fields, Options.Fields);
        HttpContext.MarkAsNamingPeople();
    }

    private RedirectResult Back() => Redirect($"/predictions/batch/{Batch.Id}");
}
