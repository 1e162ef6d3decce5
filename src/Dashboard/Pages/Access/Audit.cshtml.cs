using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Access;

[Authorize(Policy = Rights.Administer)]
public sealed class Audit(DashboardDb db, AuditQueue queue, AuditProof proof, LocalTime time) : PageModel
{
    private const int PageSize = 100;

    /// <summary>So many of the newest entries are looked at whenever the page is opened.</summary>
    private const int Looked = 1000;

    public AuditWish Wish { get; private set; } = new();
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public IReadOnlyList<string> Verbs { get; private set; } = [];
    public AuditChain Chain { get; private set; } = null!;

    /// <summary>The last walk over all; null when the entries looked at are all, or nobody walked since the start.</summary>
    public (AuditChain Chain, DateTime At)? Whole { get; private set; }
    public bool IsWhole { get; private set; }

    /// <summary>The entry before which the next page begins.</summary>
    public long? Older { get; private set; }
    public bool IsNewest { get; private set; }

    public async Task OnGetAsync([FromQuery] AuditWish wish, long? before, CancellationToken cancellation)
    {
        await queue.FlushAsync(cancellation);
        (Wish, IsNewest) = (wish, before is null);
        var newest = await db.Audit.MaxAsync(e => (long?)e.Id, cancellation) ?? 0;
        (Whole, IsWhole) = (proof.Last, newest <= Looked);
        Chain = await db.Audit.CheckAsync(Math.Max(0, newest - Looked), cancellation);
        Verbs = await db.Audit.Select(e => e.What).Distinct().OrderBy(what => what).ToListAsync(cancellation);
        var found = await wish.Of(db.Audit.AsNoTracking(), time).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellation);
        (Entries, Older) = (found.Take(PageSize).ToList(), found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var chain = await proof.CheckAllAsync(db, cancellation);
        TempData[chain.FirstBroken is null ? "Notice" : "Warning"] = chain.ToString();
        return Redirect("/audit");
    }

    /// <summary>"import.undone" as "import undone".</summary>
    public static string Words(string what) => what.Replace('.', ' ').Replace('-', ' ');
}
