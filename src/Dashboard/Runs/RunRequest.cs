using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Runs;

/// <summary>Turns a wish for a run into the row that asks for it, or says field by field what is wrong with the wish.</summary>
public sealed class RunRequest(DashboardDb db, TimeProvider time, AuditLog audit)
{
    public const int MostClusters = 50;
    public const int MostFeatures = 64;

    /// <summary>Numbers that can tell customers apart: neither constant nor a mere count of the rows.</summary>
    public static IReadOnlyList<Column> Suggested(Dataset dataset) =>
        [.. dataset.Columns.Where(c => c.Role == ColumnRole.Number && c.Distinct > 1 && !LooksLikeId(c, dataset)).OrderBy(c => c.Position)];

    public async Task<(Run? Run, Dictionary<string, string[]> Errors)> MakeAsync(Dataset dataset, string? name, RunSettings settings, string user)
    {
        var match = new FeatureMatch(dataset);
        settings = Relevant(match.In(settings));
        var errors = match.Errors;
        Check(settings, dataset.Customers, errors);
        if (errors.Count > 0)
        {
            return (null, errors);
        }
        var run = new Run
        {
            DatasetId = dataset.Id,
            DatasetVersion = dataset.Version,
            Name = Names.Tidy(name) is { Length: > 0 } given ? given : await TitleAsync(dataset, settings),
            Algorithm = settings.Algorithm,
            Settings = settings.ToJson(),
            QueuedAt = time.GetUtcNow().UtcDateTime,
            CreatedBy = user,
        };
        await db.WriteAsync(async () =>
        {
            db.Runs.Add(run);
            await db.SaveChangesAsync();
            await audit.AddAsync("run.started", $"run {run.Id}, {run.Name}", user);
        });
        return (run, errors);
    }

    internal static void Check(RunSettings settings, int customers, Dictionary<string, string[]> errors)
    {
        void Require(bool holds, string field, string message)
        {
            if (!holds)
            {
                errors.TryAdd(field, [message]);
            }
        }
        Require(settings.Features.Count is > 0 and <= MostFeatures, "features", $"Choose 1 to {MostFeatures} features that are not constant.");
        Require(Algorithms.All.Contains(settings.Algorithm), "algorithm", $"Choose one of: {string.Join(", ", Algorithms.All)}.");
        Require(settings.K is null or (>= 1 and <= MostClusters), "k", $"The number of segments must be from 1 to {MostClusters}, or auto.");
        Require(settings.K is null || settings.K <= customers, "k", $"There {(customers == 1 ? "is only 1 customer" : $"are only {customers:N0} customers")}, so there cannot be {settings.K} segments.");
        Require(settings.Starts is >= 1 and <= 1000, "starts", "Starts must be from 1 to 1,000.");
        Require(settings.Epsilon is null || double.IsFinite(settings.Epsilon.Value) && settings.Epsilon > 0, "epsilon", "Epsilon must be above 0, or auto.");
        Require(settings.MinPoints is >= 1 and <= 10_000, "minPoints", "Min points must be from 1 to 10,000.");
        Require(settings.MinClusterSize is null or (>= 2 and <= 1_000_000), "minClusterSize", "The smallest segment must be from 2 to 1,000,000, or auto.");
    }

    /// <summary>Parameters of another algorithm do not make two runs different.</summary>
    private static RunSettings Relevant(RunSettings settings)
    {
        settings = settings.Algorithm is Algorithms.KMeans or Algorithms.Mixture ? settings with { MinPoints = 5 } : settings with { K = null, Starts = 20 };
        return settings with
        {
            Epsilon = settings.Algorithm == Algorithms.Dbscan ? settings.Epsilon : null,
            MinClusterSize = settings.Algorithm == Algorithms.Hdbscan ? settings.MinClusterSize : null,
            Covariance = settings.Algorithm == Algorithms.Mixture ? settings.Covariance : null,
        };
    }

    /// <summary>Not that of another run of these customers, or nobody could tell their models apart.</summary>
    private async Task<string> TitleAsync(Dataset dataset, RunSettings settings)
    {
        var title = TitleOf(dataset, settings);
        var taken = await db.Runs.Where(r => r.DatasetId == dataset.Id && r.Name.StartsWith(title)).Select(r => r.Name).ToListAsync();
        return taken.Contains(title) ? $"{title} ({Enumerable.Range(2, taken.Count).First(i => !taken.Contains($"{title} ({i})"))})" : title;
    }

    private static string TitleOf(Dataset dataset, RunSettings settings)
    {
        var labels = settings.Features.Take(3).Select(f => dataset.Columns.Find(c => c.Name == f.Name)?.Label ?? f.Name);
        var more = settings.Features.Count > 3 ? $" and {settings.Features.Count - 3} more" : "";
        var number = settings.K is > 1 and var k ? $", {k} segments" : "";
        return Names.Tidy($"{Algorithms.Title(settings.Algorithm)} on {string.Join(", ", labels.Select(label => Figure.Short(label, 25)))}{more}{number}");
    }

    internal static bool LooksLikeId(Column column, Dataset dataset)
    {
        string[] ends = ["id", "no", "nr", "number", "index", "key"];
        return column.Distinct >= dataset.Customers - column.Missing
            && ends.Any(end => column.Label.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }
}
