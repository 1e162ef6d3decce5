using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Imports;

/// <summary>A choice for one column of the file that overrules what was detected.</summary>
public sealed record ColumnWish(string Source, string? Name, ColumnRole? Role);

/// <summary>Turns an upload into the rows that ask for its import: data set, columns, import.</summary>
public sealed class ImportRequest(DashboardDb db, Uploads uploads, TimeProvider time)
{
    public async Task<(Import Import, bool IsNew)> MakeAsync(Upload upload, string? name, IReadOnlyList<ColumnWish> wishes, Func<ImportOptions, ImportOptions> choose, string user, bool sample = false)
    {
        var isNew = false;
        try
        {
            var options = Detect(uploads.PathOf(upload.StoredName), wishes, choose);
            name = Names.Tidy(name) is { Length: > 0 } given ? given : Names.Tidy(FileNames.Title(upload.FileName));
            // Looked for and added in one turn at the gate: of two clicks on the same button the second finds the first.
            (var import, isNew) = await db.WriteAsync(() => FindOrAddAsync(upload, name, options, user, sample));
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

    private static ImportOptions Detect(string path, IReadOnlyList<ColumnWish> wishes, Func<ImportOptions, ImportOptions> choose)
    {
        var options = choose(new ImportOptions(CsvDetection.Detect(path), []));
        return options with { Columns = Choose(ColumnDetection.Guess(path, options.Format), wishes) };
    }

    private async Task<(Import, bool)> FindOrAddAsync(Upload upload, string name, ImportOptions options, string user, bool sample)
    {
        if (await SameAsync(upload.Sha256, options.ToJson(), name) is { } same)
        {
            return (same, false);
        }
        var import = Rows(upload, name, options, user, sample);
        db.Imports.Add(import);
        await db.SaveChangesAsync();
        return (import, true);
    }

    private Task<Import?> SameAsync(string sha256, string options, string name) => db.Imports.Include(i => i.Dataset)
        .Where(i => i.Sha256 == sha256 && i.Options == options && i.Dataset.Name == name)
        .Where(i => i.Status == WorkStatus.Queued || i.Status == WorkStatus.Running || i.Status == WorkStatus.Completed)
        .FirstOrDefaultAsync();

    private static List<ColumnChoice> Choose(IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<ColumnWish> wishes)
    {
        var unknown = wishes.FirstOrDefault(w => guesses.All(g => !IsFor(w, g)));
        if (unknown is not null)
        {
            throw new CsvRefused($"The file has no column \"{unknown.Source}\". It has: {string.Join(", ", guesses.Select(g => g.Name))}.");
        }
        if (wishes.Count(w => w.Role == ColumnRole.Key) > 1)
        {
            throw new CsvRefused("Only one column can be the customer's key.");
        }
        var wished = guesses.Select(guess => wishes.FirstOrDefault(w => IsFor(w, guess))).ToList();
        var names = ColumnNames.Clean([.. guesses.Zip(wished, (guess, wish) => string.IsNullOrWhiteSpace(wish?.Name) ? guess.Name : wish.Name)]);
        var keyIsChosen = wishes.Any(w => w.Role == ColumnRole.Key);
        return [.. guesses.Select((guess, i) => new ColumnChoice(
            guess.Source, names[i], wished[i]?.Role ?? (keyIsChosen && guess.Role == ColumnRole.Key ? ColumnRole.Text : guess.Role), guess.DateOrder))];
    }

    private static bool IsFor(ColumnWish wish, ColumnGuess guess) => wish.Source == guess.Source || wish.Source == guess.Name;

    private Import Rows(Upload upload, string name, ImportOptions options, string user, bool sample)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var dataset = new Dataset { Name = name, CreatedAt = now, CreatedBy = user, IsSample = sample };
        foreach (var (choice, position) in options.Columns.Select((c, i) => (c, i)))
        {
            var (label, unit) = ColumnNames.LabelAndUnit(choice.Name);
            dataset.Columns.Add(new Column { Position = position, Source = choice.Source, Name = choice.Name, Label = label, Unit = unit, Role = choice.Role });
        }
        return new Import
        {
            Dataset = dataset,
            Version = 1,
            FileName = upload.FileName,
            StoredName = upload.StoredName,
            Sha256 = upload.Sha256,
            Options = options.ToJson(),
            QueuedAt = now,
            CreatedBy = user,
        };
    }
}
