using Dashboard.Csv;

namespace Dashboard.Imports.Orders;

/// <summary>How lines of orders become customers: the columns by name, the lines that do not count, the day to look back
/// from (the import writes down the one that it found), the first day in the list (written down too) and that of the list that came before.</summary>
public sealed record OrderOptions(
    string Customer,
    string Date,
    DateOrder DateOrder,
    string? Order = null,
    string? Quantity = null,
    string? Price = null,
    string? Amount = null,
    bool WithoutCancellations = true,
    bool WithoutReturns = true,
    bool WithoutFree = true,
    DateOnly? Reference = null,
    bool IsReferenceFound = false,
    DateOnly? Since = null,
    DateOnly? First = null)
{
    /// <summary>All that a choice can be made about.</summary>
    public OrderOptions Asked() => this with { Reference = IsReferenceFound ? null : Reference, IsReferenceFound = false, Since = null, First = null };

    public bool FitsTo(IReadOnlyList<ColumnGuess> guesses) =>
        new[] { Customer, Date, Order, Quantity, Price, Amount }.All(name => string.IsNullOrEmpty(name) || guesses.Any(g => g.Name == name));

    /// <summary>What a customer has in the end; the first is the key.</summary>
    public IReadOnlyList<ColumnChoice> Columns =>
    [
        new(Customer, Customer, ColumnRole.Key, DateOrder.YearFirst),
        .. OrderTotals.Columns.Select(name => new ColumnChoice(name, name, ColumnRole.Number, DateOrder.YearFirst)),
    ];

    /// <summary>Nothing but orders has these columns; customers too may have a date and an amount, and stand on several lines.</summary>
    public bool IsPlain => Order is not null && (Quantity is not null || HeaderWords.IdStrength(Order) >= 2);

    /// <summary>C and a number, as shops write them: "C536379"; but "CA-2016-152156" is an order of California.</summary>
    public static bool IsCancellation(string order) => order is ['C' or 'c', var second, ..] && char.IsAsciiDigit(second);

    /// <summary>Null, or what is missing.</summary>
    public string? Problem =>
        Customer.Length == 0 ? "Say which column holds the customer."
        : Date.Length == 0 ? "Say which column holds the date of the order."
        : string.IsNullOrEmpty(Amount) && (string.IsNullOrEmpty(Quantity) || string.IsNullOrEmpty(Price)) ? "Say which column holds the amount, or which two hold quantity and price."
        : null;
}
