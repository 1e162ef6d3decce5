using Dashboard.Access;
using Dashboard.Data;
using Dashboard.Imports;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>What people do to a run and its segments. Each says whether the state allowed it.</summary>
public sealed class RunChanges(DashboardDb db, Uploads uploads, TimeProvider time, AuditLog audit)
{
    public const string SegmentEdited = "segment.edited";
    private const int LongestName = 120;
    private const int LongestText = 2000;

    public Task<bool> CancelAsync(Run run) => db.CancelAsync(run);

    /// <summary>A run that was set aside has to be brought back first.</summary>
    public async Task<bool> ActivateAsync(Run run, string user)
    {
        if (run.Status != WorkStatus.Completed || run.ArchivedAt is not null)
        {
            return false;
        }
        run.ActivatedAt = time.GetUtcNow().UtcDateTime;
        db.Activations.Add(new() { RunId = run.Id, At = run.ActivatedAt.Value, By = user });
        await audit.AddAsync("run.activated", $"run {run.Id}, {run.Name}");
        return true;
    }

    /// <summary>Sets a run aside or brings it back. False for the one in use: something has to place customers.</summary>
    public async Task<bool> ArchiveAsync(Run run, bool archived)
    {
        if (run.IsUnderWay || archived && (await db.Runs.ActiveAsync(run.DatasetId))?.Id == run.Id)
        {
            return false;
        }
        run.ArchivedAt = archived ? time.GetUtcNow().UtcDateTime : null;
        await audit.AddAsync(archived ? "run.archived" : "run.unarchived", $"run {run.Id}, {run.Name}");
        return true;
    }

    /// <summary>False while it is under way.</summary>
    public async Task<bool> DeleteAsync(Run run)
    {
        if (run.IsUnderWay)
        {
            return false;
        }
        var files = await db.Batches.Where(b => b.RunId == run.Id).Select(b => b.StoredName).ToListAsync();
        await db.WriteAsync(async () =>
        {
            await db.Assignments.Where(a => a.RunId == run.Id).ExecuteDeleteAsync();
            db.Runs.Remove(run);
            await audit.AddAsync("run.deleted", $"run {run.Id}, {run.Name}");
        });
        files.ForEach(uploads.Delete);
        return true;
    }

    /// <summary>Null leaves a text as it is, an empty name or action goes back to what the site suggests. Returns what is wrong, field by field.</summary>
    public async Task<Dictionary<string, string[]>> EditAsync(Segment segment, string? name, string? description, string? action, string user)
    {
        // Browsers count a line break as one character and send two.
        (description, action) = (description?.ReplaceLineEndings("\n"), action?.ReplaceLineEndings("\n"));
        var errors = new Dictionary<string, string[]>();
        if (name?.Trim().Length > LongestName)
        {
            errors["name"] = [$"A name has at most {LongestName} characters."];
        }
        if (description?.Length > LongestText || action?.Length > LongestText)
        {
            errors[description?.Length > LongestText ? "description" : "action"] = [$"At most {LongestText:N0} characters."];
        }
        if (errors.Count == 0)
        {
            var before = (segment.Name, segment.Description, segment.Action);
            segment.Name = Tidy(name, segment.Name, segment.SuggestedName);
            segment.NameDoubt = name is null ? segment.NameDoubt : "";
            segment.Description = description?.Trim() ?? segment.Description;
            segment.Action = Tidy(action, segment.Action, segment.SuggestedAction);
            (segment.EditedBy, segment.EditedAt) = (user, time.GetUtcNow().UtcDateTime);
            string?[] changed = [before.Name == segment.Name ? null : $"name, before “{before.Name}”", before.Description == segment.Description ? null : "notes", before.Action == segment.Action ? null : "action"];
            await audit.AddAsync(SegmentEdited, $"segment {segment.Id}, {segment.Name}{(changed.OfType<string>().Any() ? $" ({string.Join("; ", changed.OfType<string>())})" : "")}", user);
        }
        return errors;
    }

    private static string Tidy(string? wished, string now, string suggested) =>
        wished is null ? now : wished.Trim() is { Length: > 0 } text ? text : suggested;
}
