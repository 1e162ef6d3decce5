using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

public static class Cancellation
{
    /// <summary>False when the work has ended already. Compare and set, because a worker may take the row meanwhile.</summary>
    public static Task<bool> CancelAsync<T>(this DashboardDb db, T work) where T : Work => db.WriteAsync(async () =>
    {
        var row = db.Set<T>().Where(w => w.Id == work.Id);
        var waiting = await row.Where(w => w.Status == WorkStatus.Queued).ExecuteUpdateAsync(set => set.SetProperty(w => w.Status, WorkStatus.Cancelled));
        var running = await row.Where(w => w.Status == WorkStatus.Running).ExecuteUpdateAsync(set => set.SetProperty(w => w.CancelRequested, true));
        return waiting + running > 0;
    });
}
