using Dashboard.Access;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>The people who are never to be taken in: added and found by what somebody types, kept as pseudonyms alone.</summary>
public sealed class SuppressionList(DashboardDb db, Pseudonyms pseudonyms, LeaveOut leaveOut, AuditLog audit, TimeProvider time)
{
    private const int LongestReason = 200;

    /// <summary>Addresses without a data set, keys with theirs. Says how many of them were not there yet.</summary>
    public async Task<int> AddAsync(IReadOnlyCollection<string> people, int? datasetId, string? reason, string user)
    {
        var wanted = people.Select(pseudonyms.Of).DistinctBy(Convert.ToHexString).ToList();
        var added = await db.WriteAsync(async () =>
        {
            var known = (await db.Suppressions.Where(s => s.DatasetId == datasetId).Select(s => s.Pseudonym).ToListAsync()).Select(Convert.ToHexString).ToHashSet();
            var entries = wanted.Where(p => !known.Contains(Convert.ToHexString(p))).Select(p => new Suppression
            {
                Pseudonym = p,
                DatasetId = datasetId,
                Reason = Tidy(reason),
                AddedAt = time.GetUtcNow().UtcDateTime,
                AddedBy = user,
            }).ToList();
            db.Suppressions.AddRange(entries);
            await audit.AddAsync("suppression.added", $"{entries.Count:N0} {(entries.Count == 1 ? "person" : "people")}{(datasetId is null ? "" : $" of data set {datasetId}")}", user);
            return entries.Count;
        });
        await leaveOut.ApplyToAsync(datasetId, people);
        return added;
    }

    /// <summary>Those who were there before are seen again at once.</summary>
    public async Task<bool> RemoveAsync(int id)
    {
        if (await db.Suppressions.FindAsync(id) is not { } entry)
        {
            return false;
        }
        db.Suppressions.Remove(entry);
        await audit.AddAsync("suppression.removed", $"number {id}");
        await leaveOut.ApplyToThoseLeftOutAsync(entry.DatasetId);
        return true;
    }

    /// <summary>The entries of an address, or of a key in any data set.</summary>
    public Task<List<Suppression>> FindAsync(string text)
    {
        var pseudonym = pseudonyms.Of(text);
        return db.Suppressions.AsNoTracking().Include(s => s.Dataset).Where(s => s.Pseudonym == pseudonym).OrderBy(s => s.Id).ToListAsync();
    }

    private static string Tidy(string? reason)
    {
        var tidy = Csv.CellText.Clean(reason).ReplaceLineEndings(" ");
        return tidy[..Math.Min(tidy.Length, LongestReason)];
    }
}
