using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Dashboard.Pages.Access;

[Authorize(Policy = Rights.Administer)]
public sealed class Keys(DashboardDb db, KeyChanges changes, KeyUses uses, UserManager<User> users, IMemoryCache cache, TimeProvider time) : PageModel
{
    private const int UsualTerm = 90;
    private const int SoonDays = 14;
    private static readonly TimeSpan Waiting = TimeSpan.FromMinutes(5);

    public IReadOnlyList<ApiKey> All { get; private set; } = [];

    /// <summary>Shown once, right after it was made.</summary>
    public string? NewKey { get; private set; }
    public KeyWish Wish { get; private set; } = new(null, ["read"], UsualTerm, null);
    public string? Problem { get; private set; }

    public async Task OnGetAsync()
    {
        if (cache.TryGetValue(PlaceOfNewKey, out string? key))
        {
            cache.Remove(PlaceOfNewKey);
            NewKey = key;
        }
        await uses.FlushAsync();
        All = await db.ApiKeys.AsNoTracking().OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.Id).ToListAsync();
    }

    public async Task<IActionResult> OnPostMakeAsync(KeyWish wish)
    {
        var (key, problem) = await changes.MakeAsync(wish, (await users.GetUserAsync(User))!);
        if (key is null)
        {
            (Problem, Wish) = (problem, wish);
            await OnGetAsync();
            return Page();
        }
        cache.Set(PlaceOfNewKey, key, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Waiting, Size = key.Length });
        return Redirect("/keys");
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id)
    {
        var name = await changes.RevokeAsync(id);
        TempData[name is null ? "Warning" : "Notice"] = name is null ? "That key was revoked before." : $"The key “{name}” is revoked: nobody gets in with it any more.";
        return Redirect("/keys");
    }

    public static string Does(string scope) => scope switch
    {
        "read" => "Look at data sets, segmentations and customers, and place customers",
        "write" => "Import files, start segmentations, rename, take imports back",
        "export" => "Take away lists of customers, reports and models as files",
        _ => "Erase customers for good",
    };

    public static string TermOf(int? days) => days is null ? "No end" : days == 365 ? "One year" : $"{days} days";

    public (string Text, string Look) StateOf(ApiKey key)
    {
        var left = key.ExpiresAt - time.GetUtcNow().UtcDateTime;
        return key.RevokedAt is not null ? ("revoked", "bad")
            : left <= TimeSpan.Zero ? ("expired", "bad")
            : left < TimeSpan.FromDays(SoonDays) ? ("expires soon", "warn")
            : ("good", "good");
    }

    private (string, string?) PlaceOfNewKey => ("the key that was just made", users.GetUserId(User));
}
