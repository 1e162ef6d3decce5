using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

public sealed class KeyUses(IServiceScopeFactory scopes, TimeProvider time, ILogger<KeyUses> logger) : LastUses<int>(scopes, time, logger)
{
    protected override Task WriteAsync(DashboardDb db, int used, DateTime at, CancellationToken cancellation) =>
        db.ApiKeys.Where(k => k.Id == used).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, at), cancellation);
}
