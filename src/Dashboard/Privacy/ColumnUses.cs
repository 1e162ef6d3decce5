using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Privacy;

/// <summary>Changes what a column of texts is used as, once it is there: its cells say from then on who is left out, or no longer do. And which columns are sensitive.</summary>
public sealed class ColumnUses(DashboardDb db, LeaveOut leaveOut, AuditLog audit)
{
    /// <summary>All are stored alike, so one can become the other.</summary>
    public static readonly ColumnRole[] Uses = [ColumnRole.Category, ColumnRole.Text, ColumnRole.Consent, ColumnRole.OptOut, ColumnRole.OptIn];

    /// <summary>Null, or why not; then nothing is changed.</summary>
    public async Task<string?> ChangeAsync(Dataset dataset, IReadOnlyDictionary<int, ColumnRole> uses, int[] sensitive)
    {
        var changed = dataset.Columns.Where(c => Uses.Contains(c.Role) && uses.TryGetValue(c.Id, out var use) && use != c.Role && Uses.Contains(use)).ToList();
        var runs = await db.Runs.Where(r => r.DatasetId == dataset.Id).Select(r => new { r.Name, r.Settings }).ToListAsync();
        foreach (var column in changed.Where(c => Customers.IsCategory(c) && uses[c.Id] is not (ColumnRole.Category or ColumnRole.Consent)))
        {
            if (runs.Find(r => RunSettings.FromJson(r.Settings).Features.Any(f => f.Name == column.Name)) is { } run)
            {
                return $"The segmentation “{run.Name}” compares customers by {column.Name}, so it has to stay a category. Delete that segmentation first.";
            }
        }
        changed.ForEach(c => c.Role = uses[c.Id]);
        foreach (var column in dataset.Columns.Where(c => c.IsSensitive != sensitive.Contains(c.Id)))
        {
            column.Sensitive = sensitive.Contains(column.Id);
        }
        await audit.AddAsync("columns.changed", $"data set {dataset.Id}, {string.Join(", ", changed.Select(c => $"{c.Name} as {c.Role}"))}");
        await leaveOut.ApplyAsync(dataset.Id);
        return null;
    }
}
