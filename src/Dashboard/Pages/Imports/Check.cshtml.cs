using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Imports;

/// <summary>Third step: what would become of every row. Nothing is in a data set before the click on this page.</summary>
public sealed class Check(DashboardDb db, ImportDrafts drafts, WorkQueue queue, LocalTime local) : DraftPage(db)
{
    private readonly DashboardDb _db = db;

    public Findings? Findings { get; private set; }

    /// <summary>The import that this one would be once more.</summary>
    public Import? Same { get; private set; }

    public Repair RepairOf(ProblemGroup group) => group.Column is null || group.Cell is null ? Repair.Reject : Options.RepairOf(group.Column, group.Cell.Value);

    public int Importable => Findings is null ? 0 : Findings.Rows.Imported + Findings.Rows.Updated + Findings.Rows.Unchanged;

    /// <summary>In the address, since the page of the progress comes in between.</summary>
    public bool IsAgain { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool again)
    {
        IsAgain = again;
        Findings = Findings.FromJson(Draft.Findings);
        Same = Findings is null ? null : await drafts.SameAsync(Draft);
        if (Findings is { Changes.Count: > 0 })
        {
            HttpContext.MarkAsNamingPeople();
        }
        return Draft.Status == WorkStatus.Draft ? Redirect($"/imports/{Draft.Id}/match") : Page();
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        await _db.CancelAsync(Draft);
        return Redirect($"/imports/{Draft.Id}/match");
    }

    public Task<IActionResult> OnPostAgainAsync(List<RepairChoice> repairs) => CheckAgainAsync(Options with { Repairs = Merged(repairs) });

    public async Task<IActionResult> OnPostAsync(List<RepairChoice> repairs, bool accept)
    {
        var options = Options with { Repairs = Merged(repairs) };
        if (Draft.Status != WorkStatus.Completed || options.Repairs.Any(r => Options.RepairOf(r.Column, r.Problem) != r.Repair))
        {
            return await CheckAgainAsync(options);
        }
        Draft.Options = (Options with { AcceptManyRejects = accept || Options.AcceptManyRejects }).ToJson();
        try
        {
            var (import, isNew) = await drafts.ImportAsync(Draft, User.Identity?.Name ?? "");
            await queue.StartAsync(import);
            if (!isNew)
            {
                TempData["Notice"] = $"This file was imported already on {local.Show(import.QueuedAt)}; nothing changed.";
            }
            return Redirect($"/datasets/{import.DatasetId}");
        }
        catch (ImportConflict conflict)
        {
            TempData["Warning"] = conflict.Message;
            return Redirect($"/imports/{Draft.Id}/check");
        }
    }

    private async Task<IActionResult> CheckAgainAsync(ImportOptions options)
    {
        await drafts.CheckAsync(Draft, options);
        await queue.StartAsync(Draft);
        return Redirect($"/imports/{Draft.Id}/check?again=true");
    }

    /// <summary>What was chosen now, and what was chosen before for groups that the page no longer shows.</summary>
    private List<RepairChoice> Merged(List<RepairChoice> repairs) =>
        [.. repairs, .. (Options.Repairs ?? []).Where(old => repairs.TrueForAll(r => r.Column != old.Column || r.Problem != old.Problem))];
}
