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
    public static async Task<AuditChain> CheckAsync(this IQueryable<AuditEntry> audit, CancellationToken cancellation = default)
    {
        AuditEntry? last = null;
        var unbroken = 0L;
        await foreach (var entry in audit.AsNoTracking().OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (!entry.IsNextAfter(last))
            {
                return new(unbroken, entry, HeadOf(last));
            }
            (last, unbroken) = (entry, unbroken + 1);
        }
        return new(unbroken, null, HeadOf(last));
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

    private static string HeadOf(AuditEntry? last) => last is null ? "none" : Convert.ToHexStringLower(last.Hash);
}
