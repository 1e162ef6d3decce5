using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports.Orders;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>Where a file goes: into the data set of an id, or into a new one of a name. What it holds is looked for when no kind is given.</summary>
public sealed record ImportTarget(string? Name = null, int? DatasetId = null, bool IsSample = false, DatasetKind? Kind = null);

/// <summary>Turns an upload into the rows that ask for its import: data set, columns, import.</summary>
public sealed class ImportRequest(DashboardDb db, Uploads uploads, TimeProvider time, AuditLog audit)
{
    public async Task<(Import Import, bool IsNew)> MakeAsync(Upload upload, ImportTarget target, IReadOnlyList<ColumnWish> wishes, Func<ImportOptions, ImportOptions> choose, string user, CsvWish? format = null)
    {
        var isNew = false;
        try
        {
            var options = choose(new ImportOptions(CsvDetection.Detect(uploads.PathOf(upload.StoredName), format), []));
            var into = target.DatasetId is { } id ? await DatasetAsync(id) : null;
            options = (into?.Kind ?? target.Kind ?? KindOf(upload, options.Format, wishes)) == DatasetKind.Transactions ? await WithOrdersAsync(upload, options, into)
                : options with { Columns = await ChooseAsync(upload, options.Format, target.DatasetId, wishes) };
            (var import, isNew) = await AddAsync(upload, target, options, user);
            return (import, isNew);
        }
        finally
        {
            if (!isNew)
            {
                uploads.Delete(upload.StoredName);
            }
        }
    }

    /// <summary>Looked for and added in one turn at the gate: of two clicks on the same button the second finds the first.</summary>
    public Task<(Import Import, bool IsNew)> AddAsync(Upload upload, ImportTarget target, ImportOptions options, string user) => db.WriteAsync(async () =>
    {
        var name = NameOf(upload, target);
        if (await SameAsync(upload.Sha256, options, name, target.DatasetId) is { } same)
        {
            return (same, false);
        }
        var import = await RowsAsync(upload, target with { Name = name }, options, user);
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        await audit.AddAsync("import.started", $"data set {import.DatasetId}, {import.FileName}", user);
        return (import, true);
    });

    public async Task<IReadOnlyList<ColumnChoice>> ChooseAsync(Upload upload, CsvFormat format, int? datasetId, IReadOnlyList<ColumnWish> wishes)
    {
        var choices = ColumnChoices.Of(ColumnDetection.Guess(uploads.PathOf(upload.StoredName), format), wishes);
        return datasetId is { } id ? ColumnChoices.Fit(choices, await DatasetAsync(id)) : choices;
    }

    public async Task<Dataset> DatasetAsync(int id)
    {
        var dataset = await db.Datasets.Include(d => d.Columns).SingleOrDefaultAsync(d => d.Id == id) ?? throw new ImportConflict($"There is no data set {id} to import into.");
        return dataset.Columns.Exists(c => c.Role == ColumnRole.Key) || dataset.Version == 0
            ? dataset
            : throw new ImportConflict($"\"{dataset.Name}\" has no key column, so nobody can say which of its customers a row means. Import the file as a new data set.");
    }

    private DatasetKind KindOf(Upload upload, CsvFormat format, IReadOnlyList<ColumnWish> wishes) =>
        wishes.Count == 0 && OrderDetection.Find(ColumnDetection.Guess(uploads.PathOf(upload.StoredName), format)) is { IsPlain: true } ? DatasetKind.Transactions : DatasetKind.Customers;

    /// <summary>What counts as it did in the last file of the data set, where this one has the same columns.</summary>
    public async Task<ImportOptions> WithOrdersAsync(Upload upload, ImportOptions options, Dataset? into)
    {
        var guesses = ColumnDetection.Guess(uploads.PathOf(upload.StoredName), options.Format);
        var last = into is null ? null : await db.Imports.Where(i => i.DatasetId == into.Id && i.Status == WorkStatus.Completed).OrderByDescending(i => i.Id).Select(i => i.Options).FirstOrDefaultAsync();
        var before = last is null ? null : ImportOptions.FromJson(last);
        var orders = before?.Orders?.FitsTo(guesses) == true ? before.Orders.Asked() with { Reference = null } : OrderDetection.Find(guesses)
            ?? throw new CsvRefused("These are no orders: a customer on several lines, a date, and an amount or quantity and price are needed.");
        return options with { Columns = ColumnsOf(orders, into), Orders = orders with { Since = before?.Orders?.First } };
    }

    /// <summary>In a data set that is there, the key keeps its name.</summary>
    public static IReadOnlyList<ColumnChoice> ColumnsOf(OrderOptions orders, Dataset? into) => into is null ? orders.Columns : ColumnChoices.Fit(orders.Columns, into);

    private static string NameOf(Upload upload, ImportTarget target) => Names.Tidy(target.Name) is { Length: > 0 } given ? given : Names.Tidy(FileNames.Title(upload.FileName));

    /// <summary>The same file read in the same way: elsewhere under the same name, or as the last thing that came into this data set.</summary>
    public async Task<Import?> SameAsync(string sha256, ImportOptions options, string name, int? datasetId)
    {
        var asked = options.Asked().ToJson();
        var same = db.Imports.Include(i => i.Dataset).Where(i => i.Sha256 == sha256)
            .Where(i => i.Status == WorkStatus.Queued || i.Status == WorkStatus.Running || i.Status == WorkStatus.Completed);
        same = datasetId is { } id
            ? same.Where(i => i.DatasetId == id && !i.Dataset.Imports.Any(later => later.Id > i.Id && later.Status != WorkStatus.Failed && later.Status != WorkStatus.Cancelled))
            : same.Where(i => i.Dataset.Name == name);
        return (await same.OrderByDescending(i => i.Id).ToListAsync()).Find(i => ImportOptions.FromJson(i.Options).Asked().ToJson() == asked);
    }

    private async Task<Import> RowsAsync(Upload upload, ImportTarget target, ImportOptions options, string user)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (dataset, version) = target.DatasetId is { } id ? await NextVersionAsync(id, options) : (NewDataset(target, options, user, now), 1);
        return new Import
        {
            Dataset = dataset,
            Version = version,
            FileName = upload.FileName,
            StoredName = upload.StoredName,
            Sha256 = upload.Sha256,
            Options = options.ToJson(),
            QueuedAt = now,
            CreatedBy = user,
        };
    }

    private async Task<(Dataset, int)> NextVersionAsync(int id, ImportOptions options)
    {
        var dataset = await DatasetAsync(id);
        if ((dataset.Kind == DatasetKind.Transactions) != (options.Orders is not null))
        {
            throw new ImportConflict(options.Orders is null ? "These customers were made from orders, so a list of orders brings them up to date." : "These customers were not made from orders. Import the orders as a new data set.");
        }
        var imports = await db.Imports.Where(i => i.DatasetId == id).ToListAsync();
        return imports.Exists(i => i.IsUnderWay)
            ? throw new ImportConflict("Another import into this data set is under way. Wait for its end, or cancel it.")
            : (dataset, Math.Max(dataset.Version, imports.Max(i => i.Version)) + 1);
    }

    private static Dataset NewDataset(ImportTarget target, ImportOptions options, string user, DateTime now)
    {
        var dataset = new Dataset { Name = target.Name!, CreatedAt = now, CreatedBy = user, IsSample = target.IsSample, Kind = options.Orders is null ? DatasetKind.Customers : DatasetKind.Transactions };
        dataset.Columns.AddRange(NewColumns.Of(dataset, options, 1));
        return dataset;
    }
}
