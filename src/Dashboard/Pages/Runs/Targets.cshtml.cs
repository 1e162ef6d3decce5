using Dashboard.Data;
using Dashboard.Targets;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Runs;

public sealed class Targets(DashboardDb db, TargetSheets sheets) : RunPage(db)
{
    public SheetView Sheet { get; private set; } = null!;
    public List<string> Problems { get; } = [];

    public async Task OnGetAsync() => Sheet = await sheets.OfAsync(await WithColumnsAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var ratings = RatingsForm.Read(Request.Form, Segments, Problems);
        if (Problems.Count > 0)
        {
            // Shown again as it was typed, but for what cannot be read; nothing is saved.
            Sheet = await sheets.OfAsync(await WithColumnsAsync(), ratings);
            return Page();
        }
        await sheets.SaveAsync(Run, ratings, User.Identity?.Name ?? "");
        TempData["Notice"] = "Saved.";
        return Redirect($"/runs/{Run.Id}/targets");
    }

    private async Task<Run> WithColumnsAsync()
    {
        await Db.Entry(Run.Dataset).Collection(d => d.Columns).LoadAsync();
        return Run;
    }
}
