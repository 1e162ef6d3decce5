using System.Text;
using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Privacy;

[Authorize(Policy = Rights.Write)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public sealed class Index(DashboardDb db, SuppressionList list) : PageModel
{
    private const int MostBytes = 16 << 20;
    private const int Shown = 100;

    public IReadOnlyList<Suppression> Entries { get; private set; } = [];
    public int Count { get; private set; }
    public IReadOnlyList<Dataset> Datasets { get; private set; } = [];
    public string? Sought { get; private set; }
    public IReadOnlyList<Suppression> Found { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Count = await db.Suppressions.CountAsync();
        Entries = await db.Suppressions.AsNoTracking().Include(s => s.Dataset).OrderByDescending(s => s.Id).Take(Shown).ToListAsync();
        Datasets = await db.Datasets.AsNoTracking().OrderBy(d => d.Name).ToListAsync();
    }

    public async Task<IActionResult> OnPostAddAsync(string? people, IFormFile? file, int? datasetId, string? reason)
    {
        var wanted = TypedPeople.In(people).Concat(TypedPeople.In(await TextAsync(file))).ToList();
        if (wanted.Count == 0 || datasetId is { } id && !await db.Datasets.AnyAsync(d => d.Id == id))
        {
            return Warn("Write at least one address or key, one a line, or choose a file of them.");
        }
        if (datasetId is null && wanted.Find(p => !p.Contains('@')) is { } key)
        {
            return Warn($"“{Dashboard.Runs.Figure.Short(key, 40)}” is no e-mail address. If it is a customer key, choose the data set that it belongs to. Nobody was added.");
        }
        var added = await list.AddAsync(wanted, datasetId, reason, User.Identity?.Name ?? "");
        TempData["Notice"] = $"{added:N0} added{(added < wanted.Count ? $"; {wanted.Count - added:N0} were on the list already or stood there twice" : "")}. They are left out from now on, in all that was found before too.";
        return Redirect("/privacy");
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id)
    {
        TempData["Notice"] = await list.RemoveAsync(id) ? "Taken off the list. Customers who are in a data set take part again at once; others come back with the next file." : "It was off the list already.";
        return Redirect("/privacy");
    }

    /// <summary>Answers the post itself: an address in the page's address would stand in histories and logs.</summary>
    public async Task OnPostFindAsync(string? person)
    {
        (Sought, Found) = (person, await list.FindAsync(person ?? ""));
        await OnGetAsync();
    }

    public static string KindOf(Suppression entry) => entry.Dataset is { } dataset ? $"key in {dataset.Name}" : "e-mail address";

    private RedirectResult Warn(string problem)
    {
        TempData["Warning"] = problem;
        return Redirect("/privacy");
    }

    private static async Task<string> TextAsync(IFormFile? file)
    {
        if (file is null)
        {
            return "";
        }
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
