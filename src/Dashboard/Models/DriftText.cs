using Dashboard.Runs;
using Segmentation.Quality;

namespace Dashboard.Models;

/// <summary>What a comparison with the customers of a run comes to, in plain words.</summary>
public static class DriftText
{
    public static string Headline(this DriftFindings found) =>
        found.IsTooFew ? "Too few customers to tell"
        : found.NeedsNewRun ? "The customers have changed: segment them again"
        : found.HasMoved ? "A little has moved; the segments still hold"
        : "Nothing has moved";

    public static string Reason(this DriftFindings found)
    {
        if (found.IsTooFew)
        {
            return $"From {found.After:N0} customers nothing can be concluded; it takes at least {DriftFindings.Fewest}.";
        }
        if (!found.HasMoved)
        {
            return $"What differs between these {found.After:N0} customers and those of the segmentation is no more than chance explains. Re-training is not needed.";
        }
        return $"{string.Join("; ", Sentences(found))}. Re-training is {(found.NeedsNewRun ? "advised: the borders of the segments were drawn for other customers" : "not needed: this is certain, but too little to matter")}.";
    }

    public static string Word(this DriftSize size) => size switch
    {
        DriftSize.None => "as before",
        DriftSize.Little => "moved a little",
        DriftSize.Clear => "moved",
        _ => "moved far",
    };

    private static IEnumerable<string> Sentences(DriftFindings found)
    {
        foreach (var feature in found.Features.Where(f => f.Move.Size != DriftSize.None))
        {
            yield return feature is { Before: { } before, After: { } after } ? $"{feature.Name} {feature.Move.Size.Word()} (mean {Figure.Text(before)} → {Figure.Text(after)})" : $"{feature.Name} {feature.Move.Size.Word()}";
        }
        if (found.Features.Where(f => f.Move.Size == DriftSize.None).Select(f => f.Name).ToList() is { Count: > 0 } still)
        {
            yield return $"{string.Join(", ", still)} did not";
        }
        if (found.Mix.Size != DriftSize.None)
        {
            yield return $"the shares of the segments {found.Mix.Size.Word()}";
        }
        if (found.Unlike.Size != DriftSize.None)
        {
            yield return $"{Figure.Share(found.UnlikeShare)} are unlike the customers of the segmentation, where {Figure.Share(found.UnlikeExpected)} would be usual";
        }
    }
}
