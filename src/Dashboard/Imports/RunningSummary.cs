using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>What is known of a column once all its values have passed: running sums, and the distinct values while they are few.</summary>
internal sealed class RunningSummary
{
    private const int MostDistinct = 1 << 14;
    private Dictionary<double, int>? _numbers = [];
    private HashSet<string>? _texts = [];
    private int _count;
    private int _missing;
    private double _sum;
    private double _mean;
    private double _squares;
    private double _min = double.PositiveInfinity;
    private double _max = double.NegativeInfinity;

    /// <summary>False once there were too many different values to hold: they are then counted from the table.</summary>
    public bool IsComplete => _numbers is not null && _texts is not null;

    public int Count => _count;

    public void AddMissing() => _missing++;

    public void Add(double value)
    {
        _count++;
        _sum += value;
        var before = value - _mean;
        _mean += before / _count;
        _squares += before * (value - _mean);
        (_min, _max) = (Math.Min(_min, value), Math.Max(_max, value));
        if (_numbers is not null)
        {
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_numbers, value, out _)++;
            _numbers = _numbers.Count > MostDistinct ? null : _numbers;
        }
    }

    public void Add(ReadOnlySpan<char> value)
    {
        _count++;
        if (_texts is not null)
        {
            _texts.GetAlternateLookup<ReadOnlySpan<char>>().Add(value);
            _texts = _texts.Count > MostDistinct ? null : _texts;
        }
    }

    public void WriteTo(Column column)
    {
        column.Missing = _missing;
        column.Distinct = (_numbers?.Count ?? 0) + (_texts?.Count ?? 0);
        if (CustomerTable.IsNumber(column) && _count > 0)
        {
            (column.Min, column.Max, column.Mean) = (_min, _max, _sum / _count);
            column.StandardDeviation = Math.Sqrt(_squares / _count);
            column.Median = _numbers is null ? null : MedianOf(_numbers);
        }
    }

    /// <summary>Values more than three times the middle half's width beyond it (Tukey's outer fences); null when they cannot be told.</summary>
    public (double Low, double High, int Count)? Outliers()
    {
        if (_numbers is null || _count < 8)
        {
            return null;
        }
        var sorted = _numbers.OrderBy(c => c.Key).ToArray();
        var (lower, upper) = (ValueAt(sorted, _count / 4), ValueAt(sorted, (int)(3L * _count / 4)));
        var (low, high) = (lower - 3 * (upper - lower), upper + 3 * (upper - lower));
        return upper == lower ? null : (low, high, CountOutside(low, high)!.Value);
    }

    /// <summary>How many values are not between two; null when it cannot be told.</summary>
    public int? CountOutside(double low, double high) => _numbers?.Where(c => c.Key < low || c.Key > high).Sum(c => c.Value);

    private double MedianOf(Dictionary<double, int> counts)
    {
        var sorted = counts.OrderBy(c => c.Key).ToArray();
        return (ValueAt(sorted, (_count - 1) / 2) + ValueAt(sorted, _count / 2)) / 2;
    }

    private static double ValueAt(KeyValuePair<double, int>[] sorted, int rank)
    {
        foreach (var (value, count) in sorted)
        {
            if (rank < count)
            {
                return value;
            }
            rank -= count;
        }
        return sorted[^1].Key;
    }
}
