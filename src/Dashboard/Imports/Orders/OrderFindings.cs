namespace Dashboard.Imports.Orders;

/// <summary>What a file of orders came to, and how many lines each rule left out.</summary>
public sealed record OrderFindings(int Customers, double Revenue, DateOnly First, DateOnly Last, DateOnly Reference, int NoCustomer, int Cancellations, int Returns, int Free);
