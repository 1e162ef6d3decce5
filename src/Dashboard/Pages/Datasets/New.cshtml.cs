using Dashboard.Csv;
using Dashboard.Imports;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Datasets;

[RequestSizeLimit(Uploads.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Uploads.MostBytes)]
public sealed class New(Uploads uploads, ImportRequest request, WorkQueue queue) : PageModel
{
    public long MaxBytes => uploads.MaxBytes;
    public string? Problem { get; private set; }
    public string? Name { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, string? name, CancellationToken cancellation)
    {
        Name = name;
        if (file is null)
        {
            return Again("Choose a file first.");
        }
        try
        {
            await using var content = file.OpenReadStream();
            var upload = await uploads.StoreAsync(content, file.FileName, cancellation);
            var (import, isNew) = await request.MakeAsync(upload, name, [], options => options, User.Identity?.Name ?? "");
            await queue.StartAsync(import);
            if (!isNew)
            {
                TempData["Notice"] = "This file was imported already; nothing changed.";
            }
            return Redirect($"/datasets/{import.DatasetId}");
        }
        catch (Exception refused) when (refused is CsvRefused or UploadTooLarge)
        {
            return Again(refused.Message);
        }
    }

    private PageResult Again(string problem)
    {
        Problem = problem;
        return Page();
    }
}
