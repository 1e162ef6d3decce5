using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Quality;

namespace Dashboard.Models;

/// <summary>What the customers looked like whom a run was made of. Words are counted as the run knows them, all others as one; segments with those in none at the end.</summary>
public sealed record ModelBaseline(IReadOnlyList<BinnedSample> Numbers, IReadOnlyList<int[]> Words, int[] Segments, int Customers)
{
    public static ModelBaseline Of(PlacingRun model, CustomerReader reader)
    {
        var (placer, preparation) = (model.Placer, model.Placer.Preparation);
        List<double>[] values = [.. preparation.Numbers.Select(_ => new List<double>())];
        int[][] words = [.. preparation.Categories.Select(c => new int[c.Code.Values.Length + 1])];
        foreach (var customer in KnownCustomer.In(reader, placer))
        {
            var features = placer.Features(customer.Numbers);
            for (var j = 0; j < features.Length; j++)
            {
                values[j].Add(features[j]);
            }
            Count(words, preparation, customer.Words);
        }
        var run = model.Run;
        int[] segments = [.. run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).Select(s => s.Size), run.Noise ?? 0];
        return new([.. values.Select(v => BinnedSample.Of([.. v]))], words, segments, run.RowsUsed);
    }

    internal static void Count(IReadOnlyList<int[]> counts, Preparation preparation, ReadOnlySpan<string?> words)
    {
        for (var c = 0; c < counts.Count; c++)
        {
            var known = preparation.Categories[c].Code.Values;
            counts[c][Array.IndexOf(known, words[c]) is >= 0 and var at ? at : known.Length]++;
        }
    }
}

/// <summary>A customer of a data set with all that a model needs.</summary>
internal readonly record struct KnownCustomer(double[] Numbers, string?[] Words)
{
    public static IEnumerable<KnownCustomer> In(CustomerReader reader, CustomerPlacer placer)
    {
        var (rows, values) = reader.Numbers(placer.Numbers);
        string?[][] words = [.. placer.Words.Select(reader.Texts)];
        for (var i = 0; i < rows.Length; i++)
        {
            var customer = new KnownCustomer([.. values.Select(column => column[i])], [.. words.Select(column => column[i])]);
            if (!Array.Exists(customer.Numbers, double.IsNaN) && customer.Words.Zip(placer.Preparation.Categories).All(w => w.First is not null && w.Second.Knows(w.First)))
            {
                yield return customer;
            }
        }
    }
}
