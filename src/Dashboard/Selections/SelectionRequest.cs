using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Selections;

/// <summary>Turns a wish for advice into the row that asks for it, or says field by field what is wrong with the wish.</summary>
public sealed class SelectionRequest(DashboardDb db, TimeProvider time)
{
    public const int MostSegments = 20;
    public const int UsualTo = 10;

    public async Task<(Selection? Selection, Dictionary<string, string[]> Errors)> MakeAsync(Dataset dataset, RunSettings wish, int from, int to, string user)
    {
        var match = new FeatureMatch(dataset);
        wish = match.In(new(Algorithms.KMeans, wish.Features, wish.Scaling, MinPoints: wish.MinPoints, Seed: wish.Seed, Derived: wish.Derived));
        var errors = match.Errors;
        RunRequest.Check(wish, dataset.Customers, errors);
        if (from < 1 || to < from || to > MostSegments)
        {
            errors["clusters"] = [$"The numbers to try must rise and lie between 1 and {MostSegments}, not from {from} to {to}."];
        }
        if (errors.Count > 0)
        {
            return (null, errors);
        }
        var selection = new Selection
        {
            DatasetId = dataset.Id,
            DatasetVersion = dataset.Version,
            Settings = new SelectionSettings(wish, from, to).ToJson(),
            QueuedAt = time.GetUtcNow().UtcDateTime,
            CreatedBy = user,
        };
        db.Selections.Add(selection);
        await db.SaveChangesAsync();
        return (selection, errors);
    }
}
