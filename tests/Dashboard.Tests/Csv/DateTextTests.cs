using Dashboard.Csv;
using static Dashboard.Csv.DateOrder;

namespace Dashboard.Tests.Csv;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2025-06-30", YearFirst, "2025-06-30T00:00:00")]
    [InlineData("2025/6/3", YearFirst, "2025-06-03T00:00:00")]
    [InlineData("2025. 06. 30.", YearFirst, "2025-06-30T00:00:00")]
    [InlineData("2025.06.30. 8:05", YearFirst, "2025-06-30T08:05:00")]
    [InlineData("20250630", YearFirst, "2025-06-30T00:00:00")]
    [InlineData("2025-06-30T23:59:59.5Z", YearFirst, "2025-06-30T23:59:59.5")]
    [InlineData("2025-06-30 23:59:59+02:00", YearFirst, "2025-06-30T23:59:59")]
    [InlineData("2025-03-30 02:30", YearFirst, "2025-03-30T02:30:00")]
    [InlineData("12/1/2010 8:26", MonthFirst, "2010-12-01T08:26:00")]
    [InlineData("12/1/2010 8:26", DayFirst, "2010-01-12T08:26:00")]
    [InlineData("31.12.2024", DayFirst, "2024-12-31T00:00:00")]
    [InlineData("1/2/2025 12:30 PM", MonthFirst, "2025-01-02T12:30:00")]
    [InlineData("1/2/2025 12:30 AM", MonthFirst, "2025-01-02T00:30:00")]
    [InlineData("30 Jun 2025", YearFirst, "2025-06-30T00:00:00")]
    [InlineData("June 30, 2025", DayFirst, "2025-06-30T00:00:00")]
    [InlineData("30-Sept-2025", MonthFirst, "2025-09-30T00:00:00")]
    [InlineData("2025-06-30", DayFirst, "2025-06-30T00:00:00")]
    public void A_date_is_read_as_written(string cell, DateOrder order, string expected)
    {
        Assert.True(DateText.TryParse(cell, order, out var value));
        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        Assert.Equal(DateTimeKind.Unspecified, value.Kind);
    }

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("01/02/03")]
    [InlineData("45000")]
    [InlineData("45000.125")]
    [InlineData("2025-06-30T23:59:60Z")]
    [InlineData("2025-06-30 24:00")]
    [InlineData("2025-06-30 13:00 PM")]
    [InlineData("2025-13-01")]
    [InlineData("2025-06/30")]
    [InlineData("2025-06-30x")]
    [InlineData("30 Foo 2025")]
    [InlineData("٢٠٢٥-٠٦-٣٠")]
    [InlineData("")]
    public void What_is_no_date_or_a_doubtful_one_is_refused(string cell)
    {
        foreach (var order in Enum.GetValues<DateOrder>()) Assert.False(DateText.TryParse(cell, order, out _));
    }

    [Fact]
    public void Day_and_month_without_an_order_are_refused() => Assert.False(DateText.TryParse("12/1/2010", YearFirst, out _));

    [Theory]
    [InlineData("12/1/2010,1/31/2011", MonthFirst, false)]
    [InlineData("1/12/2010,31/1/2011", DayFirst, false)]
    [InlineData("1/12/2010,2/1/2011", DayFirst, true)]
    [InlineData("2010-12-01,2011-01-02", YearFirst, false)]
    public void The_order_is_the_one_in_which_most_cells_are_dates(string cells, DateOrder order, bool open)
    {
        var votes = new DateVotes();
        foreach (var cell in cells.Split(',')) votes.Add(cell);
        Assert.Equal((order, open), (votes.Order, votes.IsOpen));
    }
}
