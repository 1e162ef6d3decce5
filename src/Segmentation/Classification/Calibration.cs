namespace Segmentation.Classification;

/// <summary>
/// Whether a classifier is right as often as it says: rows in bins of the probability of the class it would choose, and the
/// expected calibration error, which is the mean distance of said and right over all rows, from 0 to 1 (Guo, Pleiss, Sun and
/// Weinberger, ICML 2017). Empty bins are left out.
/// </summary>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, double Error)
{
    /// <summary>Bins of equal width, each without its lower and with its upper end. One array of probabilities per row, one true class per row; at least one of each. O(rows · classes).</summary>
    public static Calibration Of(double[][] probabilities, int[] truth, int bins = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(truth.Length, 1, nameof(truth));
        ArgumentOutOfRangeException.ThrowIfNotEqual(probabilities.Length, truth.Length, nameof(probabilities));
        var rows = probabilities.Zip(truth, (row, actual) => (Said: row.Max(), IsRight: Array.IndexOf(row, row.Max()) == actual));
        CalibrationBin[] found =
        [
            .. rows.GroupBy(row => Math.Clamp((int)Math.Ceiling(row.Said * bins) - 1, 0, bins - 1)).OrderBy(bin => bin.Key)
                .Select(bin => new CalibrationBin((double)bin.Key / bins, (bin.Key + 1.0) / bins, bin.Count(), bin.Average(row => row.Said), bin.Average(row => row.IsRight ? 1.0 : 0))),
        ];
        return new(found, found.Sum(bin => bin.Rows * Math.Abs(bin.Said - bin.Right)) / truth.Length);
    }
}

/// <summary>The rows whose class was said with a probability from From, exclusive, to To, inclusive: the mean of it, and the share that was right.</summary>
public sealed record CalibrationBin(double From, double To, int Rows, double Said, double Right);
