namespace Segmentation.Classification;

/// <summary>Rows dealt into folds so that each class is spread evenly and the folds are of nearly equal size.</summary>
public static class StratifiedFolds
{
    /// <summary>
    /// Per row its fold, 0 … folds - 1. Sizes differ by at most one, and so do the rows of a class in any two folds. The
    /// rows of a class are shuffled by the seed. O(rows).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds or more than rows.</exception>
    public static int[] Deal(int[] labels, int folds, int seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(folds, labels.Length);
        var random = SplitMix.Stream(seed, 0);
        var fold = new int[labels.Length];
        // One hand goes on where the class before it stopped, which keeps the folds themselves even.
        int next = 0;
        foreach (var rows in labels.Index().GroupBy(row => row.Item, row => row.Index).OrderBy(rows => rows.Key))
        {
            foreach (int row in Shuffled([.. rows], random))
                fold[row] = next++ % folds;
        }
        return fold;
    }

    private static int[] Shuffled(int[] rows, SplitMix random)
    {
        for (int i = rows.Length - 1; i > 0; i--)
        {
            int other = random.NextBelow(i + 1);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }
        return rows;
    }
}
