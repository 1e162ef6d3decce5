using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>A choice for one column of the file that overrules what was detected.</summary>
public sealed record ColumnWish(string Source, string? Name, ColumnRole? Role, bool? Sensitive = null);

/// <summary>What the columns of a file become: as guessed, as somebody wishes, as the data set that they go to has it.</summary>
public static class ColumnChoices
{
    public static List<ColumnChoice> Of(IReadOnlyList<ColumnGuess> guesses, IReadOnlyList<ColumnWish> wishes)
    {
        var unknown = wishes.FirstOrDefault(w => guesses.All(g => !IsFor(w, g)));
        if (unknown is not null)
        {
            throw new CsvRefused($"The file has no column \"{unknown.Source}\". It has: {string.Join(", ", guesses.Select(g => g.Name))}.");
        }
        List<(ColumnGuess Guess, ColumnWish? Wish, int? Again)> wished = [.. guesses.Select(guess => (guess, wishes.FirstOrDefault(w => IsFor(w, guess)), (int?)null))];
        // Who wishes for a column again, by another name, has it twice.
        foreach (var wish in wishes.Except(wished.Select(w => w.Wish)).OfType<ColumnWish>())
        {
            var (again, guess) = guesses.Index().First(g => IsFor(wish, g.Item));
            wished.Add((guess, wish, again));
        }
        var names = ColumnNames.Clean([.. wished.Select(w => string.IsNullOrWhiteSpace(w.Wish?.Name) ? w.Guess.Name : w.Wish.Name)]);
        var keyIsChosen = wishes.Any(w => w.Role == ColumnRole.Key);
        return Checked([.. wished.Select((w, i) => new ColumnChoice(
            w.Guess.Source, names[i], w.Wish?.Role ?? (keyIsChosen && w.Guess.Role == ColumnRole.Key ? ColumnRole.Text : w.Guess.Role), w.Guess.DateOrder, w.Wish?.Sensitive, w.Again))]);
    }

    public static List<ColumnChoice> Checked(List<ColumnChoice> choices) =>
        choices.Count(c => c.Role == ColumnRole.Key) > 1 ? throw new CsvRefused("Only one column can be the customer's key.") : choices;

    /// <summary>Columns that the data set has keep its names and roles; only its key can be the key.</summary>
    public static List<ColumnChoice> Fit(IReadOnlyList<ColumnChoice> choices, Dataset dataset)
    {
        if (dataset.Columns.Find(c => c.Role == ColumnRole.Key) is not { } key)
        {
            return [.. choices];
        }
        var hasKey = choices.Any(c => Known(c)?.Role == ColumnRole.Key);
        List<ColumnChoice> fitted = [.. choices.Select(choice =>
            Known(choice) is { } known ? choice with { Name = known.Name, Role = choice.Role == ColumnRole.Ignore ? choice.Role : known.Role }
            : choice.Role != ColumnRole.Key ? choice
            : hasKey ? choice with { Role = ColumnRole.Text } : choice with { Name = key.Name })];
        return fitted.Count(c => c.Role == ColumnRole.Key) == 1 ? fitted
            : throw new CsvRefused($"\"{dataset.Name}\" knows its customers by \"{key.Name}\", and the file has no such column.");

        Column? Known(ColumnChoice choice) => dataset.Columns.Find(c => ColumnNames.Fold(c.Name) == ColumnNames.Fold(choice.Name));
    }

    private static bool IsFor(ColumnWish wish, ColumnGuess guess) => wish.Source == guess.Source || wish.Source == guess.Name;
}
