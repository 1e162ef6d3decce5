using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Access;

[Authorize(Policy = Rights.Administer)]
public sealed class Audit(DashboardDb db, AuditQueue queue, LocalTime time) : PageModel
{
    private const int PageSize = 100;

    public AuditWish Wish { get; private set; } = new();
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public IReadOnlyList<string> Verbs { get; private set; } = [];
    public AuditChain Chain { get; private set; } = null!;

    /// <summary>The entry before which the next page begins.</summary>
    public long? Older { get; private set; }
    public bool IsNewest { get; private set; }

    public async Task OnGetAsync([FromQuery] AuditWish wish, long? before, CancellationToken cancellation)
    {
        await queue.FlushAsync(cancellation);
        (Wish, IsNewest) = (wish, before is null);
        Chain = await db.Audit.CheckAsync(cancellation);
        Verbs = await db.Audit.Select(e => e.What).Distinct().OrderBy(what => what).ToListAsync(cancellation);
        var found = await wish.Of(db.Audit.AsNoTracking(), time).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellation);
        (Entries, Older) = (found.Take(PageSize).ToList(), found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    /// <summary>"import.undone" as "import undone".</summary>
    public static string Words(string what) => what.Replace('.', ' ').Replace('-', ' ');
}
