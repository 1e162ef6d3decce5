using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>Forgets entries of the audit log that are older than the setting says, and looks every night whether the others hold.</summary>
public sealed class AuditRetention(DashboardDb db, AuditProof proof, IConfiguration configuration, TimeProvider time)
{
    private const int MostDays = 36_500;

    /// <summary>Zero: for ever.</summary>
    public static int DaysOf(IConfiguration configuration) => (int)configuration.Number("Audit:KeepDays", 0, 0, MostDays);

    public async Task CutDueAsync(CancellationToken cancellation)
    {
        if (DaysOf(configuration) is > 0 and var days)
        {
            var now = time.GetUtcNow().UtcDateTime;
            await db.CutAuditAsync(now.AddDays(-days), now, cancellation);
        }
        await proof.CheckAllAsync(db, cancellation);
    }
}
