namespace Dashboard.Csv;

/// <summary>The order of day and month over a column: the one in which most cells are dates; a draw stays open until a day above 12 decides it.</summary>
public sealed class DateVotes
{
    private readonly int[] votes = new int[3];

    public int Dates => votes.Max();
    public bool IsOpen => Dates > 0 && votes[(int)DateOrder.DayFirst] == votes[(int)DateOrder.MonthFirst] && votes[(int)DateOrder.YearFirst] < Dates;

    public DateOrder Order =>
        votes[(int)DateOrder.YearFirst] == Dates ? DateOrder.YearFirst
        : votes[(int)DateOrder.DayFirst] == Dates ? DateOrder.DayFirst
        : DateOrder.MonthFirst;

    public void Add(ReadOnlySpan<char> cell)
    {
        foreach (var order in Enum.GetValues<DateOrder>())
            if (DateText.TryParse(cell, order, out _)) votes[(int)order]++;
    }
}
