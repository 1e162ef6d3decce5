namespace Dashboard.Imports.Orders;

/// <summary>What a file of orders came to, and how many lines each rule left out.</summary>
public sealed record OrderFindings(int Customers, double Revenue, DateOnly First, DateOnly Last, DateOnly Reference, int NoCustomer, int Cancellations, int Returns, int Free)
{
    public IReadOnlyList<MonthRevenue> Months { get; init; } = [];
}

/// <summary>What was bought in the month that begins on that day.</summary>
public sealed record MonthRevenue(DateOnly Month, double Revenue);
