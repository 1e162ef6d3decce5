using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Turns a wish for a run into the row that asks for it, or says field by field what is wrong with the wish.</summary>
public sealed class RunRequest(DashboardDb db, TimeProvider time)
{
    public const int MostClusters = 50;
    public const int MostFeatures = 64;

    /// <summary>Numbers that can tell customers apart: neither constant nor a mere count of the rows.</summary>
    public static IReadOnlyList<Column> Suggested(Dataset dataset) =>
        [.. dataset.Columns.Where(c => c.Role == ColumnRole.Number && c.Distinct > 1 && !LooksLikeId(c, dataset)).OrderBy(c => c.Position)];

    public async Task<(Run? Run, Dictionary<string, string[]> Errors)> MakeAsync(Dataset dataset, string? name, RunSettings settings, string user)
    {
        var (features, errors) = Match(dataset, settings.Features);
        Check(settings, features, dataset.Customers, errors);
        if (errors.Count > 0)
        {
            return (null, errors);
        }
        settings = Relevant(settings with { Features = [.. features.Select(c => c.Name)] });
        var run = new Run
        {
            DatasetId = dataset.Id,
            DatasetVersion = dataset.Version,
            Name = Names.Tidy(name) is { Length: > 0 } given ? given : Names.Tidy(TitleOf(settings, features)),
            Algorithm = settings.Algorithm,
            Settings = settings.ToJson(),
            QueuedAt = time.GetUtcNow().UtcDateTime,
            CreatedBy = user,
        };
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        return (run, errors);
    }

    /// <summary>A name matches exactly, else without case, else as the only column of that label.</summary>
    private static (List<Column>, Dictionary<string, string[]>) Match(Dataset dataset, IReadOnlyList<string> names)
    {
        var numbers = dataset.Columns.Where(c => c.Role == ColumnRole.Number).ToList();
        if (names.Count == 0)
        {
            return ([.. Suggested(dataset)], []);
        }
        var found = names.Select(name => (name, Column: Find(numbers, name))).ToList();
        var unknown = found.Where(f => f.Column is null).Select(f => $"\"{f.name}\"").ToList();
        var errors = new Dictionary<string, string[]>();
        if (unknown.Count > 0)
        {
            errors["features"] = [$"{string.Join(", ", unknown)} is not a number column of this data set. It has: {string.Join(", ", numbers.Select(c => c.Name))}."];
        }
        return ([.. found.Where(f => f.Column is not null).Select(f => f.Column!).Distinct()], errors);
    }

    private static Column? Find(List<Column> columns, string name)
    {
        var labelled = columns.Where(c => c.Label.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return columns.Find(c => c.Name == name)
            ?? columns.Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (labelled.Count == 1 ? labelled[0] : null);
    }

    private static void Check(RunSettings settings, List<Column> features, int customers, Dictionary<string, string[]> errors)
    {
        void Require(bool holds, string field, string message)
        {
            if (!holds)
            {
                errors.TryAdd(field, [message]);
            }
        }
        Require(features.Count is > 0 and <= MostFeatures, "features", $"Choose 1 to {MostFeatures} number columns that are not constant.");
        Require(Algorithms.All.Contains(settings.Algorithm), "algorithm", $"Choose one of: {string.Join(", ", Algorithms.All)}.");
        Require(settings.K is null or (>= 1 and <= MostClusters), "k", $"The number of segments must be from 1 to {MostClusters}, or auto.");
        Require(settings.K is null || settings.K <= customers, "k", $"There are only {customers:N0} customers, so there cannot be {settings.K} segments.");
        Require(settings.Starts is >= 1 and <= 1000, "starts", "Starts must be from 1 to 1,000.");
        Require(settings.Epsilon is null || double.IsFinite(settings.Epsilon.Value) && settings.Epsilon > 0, "epsilon", "Epsilon must be above 0, or auto.");
        Require(settings.MinPoints is >= 1 and <= 10_000, "minPoints", "Min points must be from 1 to 10,000.");
    }

    /// <summary>Parameters of another algorithm do not make two runs different.</summary>
    private static RunSettings Relevant(RunSettings settings) => settings.Algorithm == Algorithms.KMeans
        ? settings with { Epsilon = null, MinPoints = 5 }
        : settings with { K = null, Starts = 20 };

    private static string TitleOf(RunSettings settings, List<Column> features)
    {
        var labels = features.Take(3).Select(c => c.Label);
        var more = features.Count > 3 ? $" and {features.Count - 3} more" : "";
        return $"{Algorithms.Title(settings.Algorithm)} on {string.Join(", ", labels)}{more}";
    }

    internal static bool LooksLikeId(Column column, Dataset dataset)
    {
        string[] ends = ["id", "no", "nr", "number", "index", "key"];
        return column.Distinct >= dataset.Customers - column.Missing
            && ends.Any(end => column.Label.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
