using Dashboard.Batches;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Runs;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Batches;

[DisableRequestTimeout]
[RequestSizeLimit(Uploads.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class Index(DashboardDb db, RunPlacers placers, Uploads uploads, BatchRequests requests, WorkQueue queue) : PageModel
{
    private const int MostShown = 50;

    public long MaxBytes => uploads.MaxBytes;
    public PlacingRun? Placing { get; private set; }
    public IReadOnlyList<Run> Runs { get; private set; } = [];
    public IReadOnlyList<Batch> Batches { get; private set; } = [];
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? runId) => await FindAsync(runId) || runId is null ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int? runId, IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync(runId))
        {
            return NotFound();
        }
        if (file is null)
        {
            Problem = "Choose a file first.";
            return Page();
        }
        try
        {
            await using var content = file.OpenReadStream();
            var batch = await requests.MakeAsync(await uploads.StoreAsync(content, file.FileName, cancellation), Placing!, User.Identity?.Name ?? "");
            if (batch.Status == WorkStatus.Queued)
            {
                await queue.StartAsync(batch);
            }
            return Redirect($"/predictions/batch/{batch.Id}");
        }
        catch (Exception refused) when (refused is CsvRefused or UploadTooLarge)
        {
            Problem = refused.Message;
            return Page();
        }
    }

    private async Task<bool> FindAsync(int? runId)
    {
        Runs = await db.Runs.ToChooseFromAsync(MostShown);
        Batches = await db.Batches.AsNoTracking().Include(b => b.Run).OrderByDescending(b => b.Id).Take(MostShown).ToListAsync();
        Placing = await placers.FindAsync(runId);
        return Placing is not null;
    }
}
