using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Access;

/// <summary>Which entries of the audit log are wanted; the days are those of the site's time zone, both included.</summary>
public sealed record AuditWish(string? Who = null, string? What = null, string? About = null, DateOnly? From = null, DateOnly? To = null)
{
    public bool IsFiltered => this != new AuditWish();

    public IQueryable<AuditEntry> Of(IQueryable<AuditEntry> entries, LocalTime time)
    {
        entries = Who is null ? entries : entries.Where(e => EF.Functions.Like(e.Who, Containing(Who), "\\"));
        entries = About is null ? entries : entries.Where(e => EF.Functions.Like(e.About, Containing(About), "\\"));
        entries = What is null ? entries : entries.Where(e => e.What == What);
        if (From is { } from)
        {
            var start = time.StartOf(from);
            entries = entries.Where(e => e.At >= start);
        }
        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = time.StartOf(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }
        return entries;
    }

    public string ToQuery(long? before = null) => QueryString.Create(new Dictionary<string, string?>
    {
        ["who"] = Who,
        ["what"] = What,
        ["about"] = About,
        ["from"] = From?.ToString("O"),
        ["to"] = To?.ToString("O"),
        ["before"] = before?.ToString(),
    }.Where(part => !string.IsNullOrEmpty(part.Value))).Value ?? "";

    private static string Containing(string text) => $"%{text.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
}
