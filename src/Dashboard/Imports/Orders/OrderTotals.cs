namespace Dashboard.Imports.Orders;

/// <summary>What one customer ordered so far.</summary>
internal sealed class OrderTotals(string key, bool isLeftOut)
{
    /// <summary>Days that the last quarter has, counted back from the reference date.</summary>
    public const int Quarter = 90;

    public static readonly IReadOnlyList<string> Columns =
        ["Recency (days)", "Frequency (orders)", "Monetary", "Average basket", "Tenure (days)", "Cancelled (%)", "Last quarter (%)"];

    public string Key => key;
    public bool IsLeftOut => isLeftOut;
    public DateOnly First { get; private set; } = DateOnly.MaxValue;
    public DateOnly Last { get; private set; } = DateOnly.MinValue;
    public double Revenue { get; private set; }
    public int Orders { get; set; }
    public int Cancelled { get; set; }
    public List<(DateOnly Day, double Amount)> Days { get; } = [];

    public void Add(DateOnly day, double amount)
    {
        (First, Last) = (day < First ? day : First, day > Last ? day : Last);
        Revenue += amount;
        // Lines of one order follow each other: one entry for all of them.
        if (Days.Count > 0 && Days[^1].Day == day)
        {
            Days[^1] = (day, Days[^1].Amount + amount);
        }
        else
        {
            Days.Add((day, amount));
        }
    }

    /// <summary>In the order of <see cref="Columns"/>; NaN where there is nothing to divide by.</summary>
    public double[] Values(DateOnly reference)
    {
        var late = Days.Where(d => d.Day > reference.AddDays(-Quarter)).Sum(d => d.Amount);
        return
        [
            reference.DayNumber - Last.DayNumber,
            Orders,
            Revenue,
            Revenue / Orders,
            reference.DayNumber - First.DayNumber,
            100.0 * Cancelled / (Orders + Cancelled),
            Revenue == 0 ? double.NaN : 100 * late / Revenue,
        ];
    }
}
