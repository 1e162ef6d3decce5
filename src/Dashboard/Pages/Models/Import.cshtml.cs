using Dashboard.Data;
using Dashboard.Jobs;
using Dashboard.Models;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Models;

[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class Import(DashboardDb db, ImportModel models, WorkQueue queue) : PageModel
{
    private const long MostBytes = 16 << 20;

    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public int? DatasetId { get; private set; }
    public string? Problem { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        Datasets = await db.Datasets.Include(d => d.Columns).Where(d => d.Customers > 0).OrderBy(d => d.Name).ToListAsync();
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, int datasetId)
    {
        DatasetId = datasetId;
        if (file is null || Datasets.FirstOrDefault(d => d.Id == datasetId) is not { } dataset)
        {
            Problem = file is null ? "Choose a file first." : "Choose a data set.";
            return Page();
        }
        try
        {
            using var reader = new StreamReader(file.OpenReadStream());
            var run = await models.MakeAsync(await reader.ReadToEndAsync(), Dashboard.Imports.FileNames.Tidy(file.FileName), dataset, User.Identity?.Name ?? "");
            await queue.StartAsync(run);
            return Redirect($"/runs/{run.Id}");
        }
        catch (ModelRefused refused)
        {
            Problem = refused.Message;
            return Page();
        }
    }
}
