using Charts;
using Dashboard.Data;
using Dashboard.Runs;

namespace Dashboard.Models;

/// <summary>The charts of what was learned, by name; null where there is none of that name.</summary>
public static class ClassifierCharts
{
    public static readonly string[] Names = ["confusion"];

    public static Chart? Draw(string name, ClassifierScores scores, Run run) => name switch
    {
        "confusion" => new ConfusionMap("Who was taken for whom", $"A row per true segment, a column per segment that {ClassifierNames.Of(scores.Best)} said, for the customers held out. Blue was found, orange mistaken.",
            [.. scores.Segments.Select(s => GroupOf(s.Index, run))], scores.Confusion),
        _ => null,
    };

    /// <summary>What to see in it.</summary>
    public static string Caption(ClassifierScores scores, Run run)
    {
        var worst = (from truth in scores.Segments
                     from said in scores.Segments
                     where truth != said
                     select (Truth: truth, Said: said, Count: scores.Confusion[truth.Index][said.Index])).MaxBy(pair => pair.Count);
        return worst.Count == 0 ? $"Nobody was taken for another: all {scores.HeldOut:N0} customers were found."
            : $"The commonest mistake: {worst.Count:N0} of {worst.Truth.Customers:N0} customers in {GroupOf(worst.Truth.Index, run).Name} were taken for {GroupOf(worst.Said.Index, run).Name}.";
    }

    private static Group GroupOf(int index, Run run) => run.Segments.Find(s => s.Index == index) is { } segment ? new(segment.Name, RunCharts.SlotOf(segment)) : new($"Segment {index + 1}", index);
}
