using Dashboard.Access;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>The audit log of a site, with what still waits to be written.</summary>
internal static class AuditTrail
{
    public static async Task<List<AuditEntry>> AuditAsync(this Site site, string? what = null)
    {
        await site.Services.GetRequiredService<AuditQueue>().FlushAsync();
        List<AuditEntry> entries = [];
        await site.UseAsync(async db => entries = await db.Audit.AsNoTracking().Where(e => what == null || e.What == what).OrderBy(e => e.Id).ToListAsync());
        return entries;
    }

    /// <summary>What somebody does who has the file and no scruples.</summary>
    public static Task ForgeAsync(this Site site, string sql) => site.UseAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted;");
        await db.Database.ExecuteSqlRawAsync(sql);
    });
}
