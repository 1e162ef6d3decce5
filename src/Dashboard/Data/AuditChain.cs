using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

/// <summary>What became of the chain of hashes: how many entries hold, and the first that does not.</summary>
public sealed record AuditChain(long Unbroken, AuditEntry? FirstBroken, string Head)
{
    public override string ToString() => FirstBroken is { } broken
        ? $"The audit log is broken at entry {broken.Id} ({broken.At:yyyy-MM-dd HH:mm:ss} UTC, {broken.What}): it, or one before it, was changed or taken out. {Unbroken:N0} entries before it hold."
        : $"The audit log is unbroken: {Unbroken:N0} entries, the last one has the hash {Head}.";
}

public static class AuditChains
{
    public const string Cut = "audit.cut";

    /// <summary>
    /// All entries, or those after one. Where the oldest were cut off, a later entry says so with the number and hash of the last of them:
    /// that is where the chain hangs then, and whoever takes out entries by hand has none.
    /// </summary>
    public static async Task<AuditChain> CheckAsync(this IQueryable<AuditEntry> audit, long after = 0, CancellationToken cancellation = default)
    {
        AuditEntry? first = null, last = null;
        var (unbroken, hangs) = (0L, after > 0);
        await foreach (var entry in audit.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (first is null ? !entry.IsWhole : !entry.IsNextAfter(last))
            {
                return new(unbroken, entry, HeadOf(last));
            }
            first ??= entry;
            hangs |= first.IsNextAfter(null) || entry.What == Cut && entry.About == first.WhereCut;
            (last, unbroken) = (entry, unbroken + 1);
        }
        return first is null || hangs ? new(unbroken, null, HeadOf(last)) : new(0, first, HeadOf(null));
    }

    public static Task AppendAsync(this DashboardDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation = default) => db.WriteAsync(async () =>
    {
        var last = await db.Audit.AsNoTracking().OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellation);
        foreach (var entry in entries)
        {
            entry.Follow(last);
            db.Audit.Add(entry);
            last = entry;
        }
        await db.SaveChangesAsync(cancellation);
    }, cancellation);

    /// <summary>Takes out the entries from before a moment, and writes down where the chain hangs from then on.</summary>
    public static Task CutAuditAsync(this DashboardDb db, DateTime before, DateTime now, CancellationToken cancellation) => db.WriteAsync(async () =>
    {
        // Never one that came after an entry which stays, whatever a clock that was set back says.
        var kept = await db.Audit.AsNoTracking().Where(e => e.At >= before).OrderBy(e => e.Id).FirstOrDefaultAsync(cancellation)
            ?? await db.Audit.AsNoTracking().OrderByDescending(e => e.Id).FirstOrDefaultAsync(cancellation);
        if (kept is null || !await db.Audit.AnyAsync(e => e.Id < kept.Id, cancellation))
        {
            return;
        }
        await db.AppendAsync([AuditEntry.Of(now, "the site", Cut, kept.WhereCut, null)], cancellation);
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_is_not_deleted", cancellation);
        await db.Audit.Where(e => e.Id < kept.Id).ExecuteDeleteAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync(AuditEntry.Triggers, cancellation);
    }, cancellation);

    private static string HeadOf(AuditEntry? last) => last is null ? "none" : Convert.ToHexStringLower(last.Hash);
}
