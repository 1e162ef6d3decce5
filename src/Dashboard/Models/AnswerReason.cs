using Dashboard.Predictions;

namespace Dashboard.Models;

/// <summary>
/// What an answer rests on: how often it would be another one if a feature had the value of some other customer and the rest stayed. It works alike for
/// every way of placing, and says nothing of features together: of two that say the same, each alone may change nothing.
/// </summary>
public sealed record AnswerReason(string Feature, double Changes)
{
    public static IReadOnlyList<AnswerReason> Of(CustomerPlacer placer, double[] features, string?[] words, ModelBaseline known)
    {
        var (preparation, point) = (placer.Preparation, new double[placer.Preparation.Dimensions]);
        int Place(double[] numbers, string?[] texts)
        {
            preparation.Point(numbers, texts, point);
            return Array.TrueForAll(point, double.IsFinite) ? placer.Placer.Place(point).Segment : int.MinValue;
        }
        var answer = Place(features, words);
        double Number(int j) => known.Numbers[j].Quantiles.Select(value => Place(With(features, j, value), words) == answer ? 0.0 : 1).DefaultIfEmpty().Average();
        double Word(int c)
        {
            var counts = known.Words[c][..^1];
            var changed = counts.Where((_, w) => Place(features, With(words, c, preparation.Categories[c].Code.Values[w])) != answer).Sum();
            return (double)changed / Math.Max(1, counts.Sum());
        }
        return [.. preparation.Numbers.Select((name, j) => new AnswerReason(name, Number(j)))
            .Concat(preparation.Categories.Select((category, c) => new AnswerReason(category.Name, Word(c)))).OrderByDescending(r => r.Changes)];
    }

    private static T[] With<T>(T[] values, int at, T value)
    {
        T[] changed = [.. values];
        changed[at] = value;
        return changed;
    }
}
