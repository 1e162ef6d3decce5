using Dashboard.Data;
using Dashboard.Runs;
using Segmentation;

namespace Dashboard.Selections;

/// <summary>The customers to advise on, as they would be clustered: all of them, and so many spread evenly over the file as leave the work short.</summary>
internal sealed record SelectionData(Matrix All, Matrix Sample, int LeftOut)
{
    private const int MostRows = 20_000;

    public static SelectionData Load(CustomerStore store, Selection selection, RunSettings wish)
    {
        var customers = RunSegmentation.Load(store, selection.Dataset, selection.DatasetVersion, wish);
        var (_, all) = RunSegmentation.Prepare(customers, wish);
        return new(all, all.Thinned(MostRows), customers.LeftOut);
    }

    public int[] OfSample(int[] labels) => [.. Enumerable.Range(0, Sample.Rows).Select(i => labels[(int)((long)i * All.Rows / Sample.Rows)])];

    /// <summary>How many different rows the sample has, counted up to a most: more segments than that there cannot be.</summary>
    public int Distinct(int most) => Enumerable.Range(0, Sample.Rows)
        .Select(i => string.Join(' ', Enumerable.Range(0, Sample.Columns).Select(j => Sample[i, j]))).Distinct().Take(most).Count();
}
