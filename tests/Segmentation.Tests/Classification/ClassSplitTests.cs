using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class ClassSplitTests
{
    [Fact]
    public void No_other_cut_leaves_less_impurity() =>
        Tables.ForAll((data, random) =>
        {
            int[] codes = [.. Enumerable.Range(0, data.Rows).Select(_ => ClassSplit.Encode(1 + random.NextBelow(3), random.NextBelow(3)))];
            int[] rows = random.Sample(data.Rows, 1 + data.Rows / 2);
            var best = new Split(-1, 0, 0, double.NegativeInfinity);
            var split = new ClassSplit(new Bins(data, 1, default), codes, 3, SplitScore.Gini);
            for (int j = 0; j < data.Columns; j++)
                Assert.Equal(rows.Select(i => data[i, j]).Distinct().Count() > 1, split.Try(j, rows, Totals(rows), ref best));
            double least = rows.SelectMany(i => Enumerable.Range(0, data.Columns).Select(j => Impurity(j, data[i, j]))).Min();
            if (best.Column >= 0)
                Assert.Equal(least, Totals(rows).Sum() - best.Score, 1e-9);

            long[] Totals(IEnumerable<int> some)
            {
                var totals = new long[3];
                foreach (int i in some)
                    totals[codes[i] & 0xFFFF] += codes[i] >> 16;
                return totals;
            }

            double Impurity(int column, float cut) => Gini(rows.Where(i => data[i, column] <= cut)) + Gini(rows.Where(i => data[i, column] > cut));
            double Gini(IEnumerable<int> some)
            {
                var totals = Totals(some);
                double all = totals.Sum();
                return all == 0 ? 0 : all - totals.Sum(total => total * (double)total) / all;
            }
        }, maxRows: 60);

    [Fact]
    public void Twoing_halves_many_classes_where_gini_takes_the_first_off()
    {
        var data = Matrix.FromColumns([[.. Enumerable.Range(0, 80).Select(i => (double)i)]]);
        int[] codes = [.. Enumerable.Range(0, 80).Select(i => ClassSplit.Encode(1, i / 10))], rows = [.. Enumerable.Range(0, 80)];
        Assert.Equal((39, 9), (Best(SplitScore.Twoing).Bin, Best(SplitScore.Gini).Bin));
        Assert.Equal(20, Best(SplitScore.Twoing).Score, 1e-12);

        Split Best(SplitScore score)
        {
            var best = new Split(-1, 0, 0, 0);
            new ClassSplit(new Bins(data, 1, default), codes, 8, score).Try(0, rows, [10, 10, 10, 10, 10, 10, 10, 10], ref best);
            return best;
        }
    }
}
