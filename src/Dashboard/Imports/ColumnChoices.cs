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
        var wished = guesses.Select(guess => wishes.FirstOrDefault(w => IsFor(w, guess))).ToList();
        var names = ColumnNames.Clean([.. guesses.Zip(wished, (guess, wish) => string.IsNullOrWhiteSpace(wish?.Name) ? guess.Name : wish.Name)]);
        var keyIsChosen = wishes.Any(w => w.Role == ColumnRole.Key);
        return Checked([.. guesses.Select((guess, i) => new ColumnChoice(
            guess.Source, names[i], wished[i]?.Role ?? (keyIsChosen && guess.Role == ColumnRole.Key ? ColumnRole.Text : guess.Role), guess.DateOrder, wished[i]?.Sensitive))]);
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
