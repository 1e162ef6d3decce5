using Segmentation.Classification;

namespace Segmentation.Tests.Classification;

public sealed class StratifiedFoldsTests
{
    [Fact]
    public void Folds_and_the_classes_in_them_differ_by_one_row_at_most() =>
        Tables.ForAll((data, random) =>
        {
            int folds = 2 + random.NextBelow(Math.Max(1, data.Rows - 1));
            if (folds > data.Rows)
                return;
            int[] labels = [.. data.Column(0).ToArray().Select(x => (int)x)];
            var fold = StratifiedFolds.Deal(labels, folds, random.NextBelow(1000));
            AssertEven(fold, folds);
            foreach (int label in labels.Distinct())
                AssertEven([.. fold.Where((_, i) => labels[i] == label)], folds);
        }, reach: 4);

    [Fact]
    public void The_seed_decides_who_is_where()
    {
        var labels = new int[100];
        Assert.Equal(StratifiedFolds.Deal(labels, 5, 1), StratifiedFolds.Deal(labels, 5, 1));
        Assert.NotEqual(StratifiedFolds.Deal(labels, 5, 1), StratifiedFolds.Deal(labels, 5, 2));
        Assert.NotEqual([.. labels.Select((_, i) => i % 5)], StratifiedFolds.Deal(labels, 5, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Fewer_than_two_folds_or_more_than_rows_are_refused(int folds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedFolds.Deal([0, 1, 0], folds));

    private static void AssertEven(int[] fold, int folds)
    {
        var sizes = Enumerable.Range(0, folds).Select(f => fold.Count(other => other == f)).ToList();
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }
}
