using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>What the last walk over the whole audit log found: it may be long, so the page itself looks at the newest entries alone.</summary>
public sealed class AuditProof(TimeProvider time, ILogger<AuditProof> logger)
{
    public (AuditChain Chain, DateTime At)? Last { get; private set; }

    public async Task<AuditChain> CheckAllAsync(DashboardDb db, CancellationToken cancellation)
    {
        var chain = await db.Audit.CheckAsync(cancellation: cancellation);
        Last = (chain, time.GetUtcNow().UtcDateTime);
        if (chain.FirstBroken is not null)
        {
            logger.LogError("{Found}", chain);
        }
        return chain;
    }
}
