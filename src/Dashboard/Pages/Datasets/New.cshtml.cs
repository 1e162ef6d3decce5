using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Datasets;

/// <summary>First step of an import: the file.</summary>
[DisableRequestTimeout]
[RequestSizeLimit(Uploads.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class New(DashboardDb db, Uploads uploads, ImportDrafts drafts, WorkQueue queue) : PageModel
{
    public long MaxBytes => uploads.MaxBytes;
    public string? Problem { get; private set; }
    public string? Name { get; private set; }

    /// <summary>The data set that the file goes into; null for a new one.</summary>
    public Dataset? Dataset { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? datasetId) => await FindAsync(datasetId) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? name, int? datasetId, CancellationToken cancellation)
    {
        if (!await FindAsync(datasetId))
        {
            return NotFound();
        }
        Name = name;
        if (file is null)
        {
            return Again("Choose a file first.");
        }
        try
        {
            await using var content = file.OpenReadStream();
            var upload = await uploads.StoreAsync(content, file.FileName, cancellation);
            var (draft, step) = await drafts.MakeAsync(upload, name, datasetId, User.Identity?.Name ?? "");
            if (step != "check")
            {
                return Redirect($"/imports/{draft.Id}/{step}");
            }
            await drafts.CheckAsync(draft, ImportOptions.FromJson(draft.Options));
            await queue.StartAsync(draft);
            TempData["Notice"] = "A file with the same columns was imported before, so its choices were taken. “Match columns” shows them.";
            return Redirect($"/imports/{draft.Id}/check");
        }
        catch (Exception refused) when (refused is CsvRefused or UploadTooLarge or ImportConflict)
        {
            return Again(refused.Message);
        }
    }

    private async Task<bool> FindAsync(int? datasetId)
    {
        if (datasetId is null)
        {
            return true;
        }
        Dataset = await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == datasetId);
        return Dataset is not null;
    }

    private PageResult Again(string problem)
    {
        Problem = problem;
        return Page();
    }
}
