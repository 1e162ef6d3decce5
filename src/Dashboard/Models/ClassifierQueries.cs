using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Models;

public static class ClassifierQueries
{
    public static Task<Classifier?> NewestAsync(this IQueryable<Classifier> classifiers, int runId) =>
        classifiers.AsNoTracking().Where(c => c.RunId == runId).OrderByDescending(c => c.Id).FirstOrDefaultAsync();

    /// <summary>Of the newest that was completed; null when there is none.</summary>
    public static async Task<ClassifierScores?> ScoresAsync(this IQueryable<Classifier> classifiers, int runId) =>
        await classifiers.Where(c => c.Status == WorkStatus.Completed).NewestAsync(runId) is { Scores: { } scores } ? ClassifierScores.FromJson(scores) : null;
}
