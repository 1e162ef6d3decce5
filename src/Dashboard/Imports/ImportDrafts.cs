using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports.Orders;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>Uploads that are being looked at: from the upload over match and check to the import, or to nothing.</summary>
public sealed class ImportDrafts(DashboardDb db, Uploads uploads, ImportRequest request, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The first step that is left: how orders count, what the columns become, or the check when that is known.</summary>
    public async Task<(ImportDraft Draft, string Step)> MakeAsync(Upload upload, string? name, int? datasetId, string user)
    {
        try
        {
            await ForgetOldAsync();
            var format = CsvDetection.Detect(uploads.PathOf(upload.StoredName));
            var (options, step) = await LookAsync(upload, new ImportOptions(format, []), datasetId);
            var draft = new ImportDraft
            {
                Status = WorkStatus.Draft,
                DatasetId = datasetId,
                Name = Names.Tidy(name) is { Length: > 0 } given ? given : Names.Tidy(FileNames.Title(upload.FileName)),
                FileName = upload.FileName,
                StoredName = upload.StoredName,
                Sha256 = upload.Sha256,
                Options = options.ToJson(),
                QueuedAt = time.GetUtcNow().UtcDateTime,
                CreatedBy = user,
            };
            db.ImportDrafts.Add(draft);
            await db.SaveChangesAsync();
            return (draft, step);
        }
        catch
        {
            uploads.Delete(upload.StoredName);
            throw;
        }
    }

    /// <summary>Reads the columns anew when the format changed, since other columns may come of it.</summary>
    public async Task ReadAsAsync(ImportDraft draft, CsvFormat format)
    {
        var choices = await request.ChooseAsync(UploadOf(draft), format, draft.DatasetId, []);
        draft.Options = (ImportOptions.FromJson(draft.Options) with { Format = format, Columns = choices, Repairs = null }).ToJson();
        await ChangedAsync(draft, WorkStatus.Draft);
    }

    /// <summary>Asks for the check of what was chosen.</summary>
    public Task CheckAsync(ImportDraft draft, ImportOptions options) => KeepAsync(draft, options, WorkStatus.Queued);

    /// <summary>Keeps what was chosen so far.</summary>
    public Task KeepAsync(ImportDraft draft, ImportOptions options, WorkStatus status = WorkStatus.Draft)
    {
        draft.Options = options.ToJson();
        return ChangedAsync(draft, status);
    }

    public async Task<(Import Import, bool IsNew)> ImportAsync(ImportDraft draft, string user)
    {
        var (import, isNew) = await request.AddAsync(UploadOf(draft), new(draft.Name, draft.DatasetId), ImportOptions.FromJson(draft.Options), user);
        draft.ImportId = import.Id;
        await db.SaveChangesAsync();
        if (!isNew)
        {
            uploads.Delete(draft.StoredName);
        }
        return (import, isNew);
    }

    public Task<Import?> SameAsync(ImportDraft draft) => request.SameAsync(draft.Sha256, ImportOptions.FromJson(draft.Options), draft.Name, draft.DatasetId);

    public async Task DiscardAsync(ImportDraft draft)
    {
        db.ImportDrafts.Remove(draft);
        await db.SaveChangesAsync();
        uploads.Delete(draft.StoredName);
    }

    private async Task<(ImportOptions Options, string Step)> LookAsync(Upload upload, ImportOptions options, int? datasetId)
    {
        if (datasetId is { } id && await request.DatasetAsync(id) is { Kind: DatasetKind.Transactions } into)
        {
            return (await request.WithOrdersAsync(upload, options, into), "orders");
        }
        options = options with { Columns = await request.ChooseAsync(upload, options.Format, datasetId, []) };
        if (await RememberedAsync(options, datasetId) is { } known)
        {
            return (known, "check");
        }
        var orders = datasetId is null ? OrderDetection.Find(ColumnDetection.Guess(uploads.PathOf(upload.StoredName), options.Format)) : null;
        return (options with { Orders = orders }, orders is null ? "match" : "orders");
    }

    private static Upload UploadOf(ImportDraft draft) => new(draft.StoredName, draft.FileName, draft.Sha256, 0);

    private Task ChangedAsync(ImportDraft draft, WorkStatus status)
    {
        (draft.Status, draft.Findings, draft.Error, draft.Attempts, draft.CancelRequested, draft.Progress) = (status, null, null, 0, false, 0);
        return db.SaveChangesAsync();
    }

    /// <summary>The choices for the last file with the same header, so that nobody makes them twice.</summary>
    private async Task<ImportOptions?> RememberedAsync(ImportOptions guessed, int? datasetId)
    {
        const int LookedAt = 100;
        var header = HeaderFingerprint.Of(guessed.Columns.Select(c => c.Source));
        var options = await db.Imports.Where(i => i.Status == WorkStatus.Completed && i.Dataset.Kind == DatasetKind.Customers && (datasetId == null || i.DatasetId == datasetId))
            .OrderByDescending(i => i.Id).Take(LookedAt).Select(i => i.Options).ToListAsync();
        var same = options.Select(ImportOptions.FromJson).FirstOrDefault(o => HeaderFingerprint.Of(o.Columns.Where(c => c.Again is null).Select(c => c.Source)) == header);
        return same is null ? null : guessed with
        {
            Columns = [.. guessed.Columns.Select(column => same.Columns.FirstOrDefault(c => c.Source == column.Source) ?? column), .. same.Columns.Where(c => c.Again is not null)],
            OnDuplicate = same.OnDuplicate,
            Repairs = same.Repairs,
        };
    }

    private async Task ForgetOldAsync()
    {
        var before = time.GetUtcNow().UtcDateTime - Kept;
        foreach (var old in await db.ImportDrafts.Where(d => d.QueuedAt < before && d.ImportId == null).ToListAsync())
        {
            await DiscardAsync(old);
        }
    }
}
