using Dashboard.Csv;

namespace Dashboard.Imports.Orders;

/// <summary>Finds the columns of orders by what their headers say and their cells hold.</summary>
public static class OrderDetection
{
    /// <summary>Null when the file does not look like orders: every customer once, no date, or nothing that was paid.</summary>
    public static OrderOptions? Find(IReadOnlyList<ColumnGuess> guesses)
    {
        var customer = guesses.FirstOrDefault(g => HeaderWords.IdStrength(g.Source) == 3) ?? Address(guesses);
        var date = guesses.FirstOrDefault(g => g.Role == ColumnRole.Date) ?? guesses.FirstOrDefault(g => HeaderWords.IsDate(g.Source));
        var numbers = guesses.Where(g => g.Role == ColumnRole.Number).ToList();
        var (quantity, price) = (Named(numbers, "quantity", "qty", "units", "menge", "stück"), Named(numbers, "price", "preis", "unitprice"));
        var amount = Named(numbers, "amount", "total", "revenue", "sales", "betrag", "umsatz", "value", "sum");
        if (customer is null || customer.Role == ColumnRole.Key || date is null || amount is null && (quantity is null || price is null))
        {
            return null;
        }
        var order = guesses.FirstOrDefault(g => g != customer && IsNamed(g, "invoice", "order", "transaction", "receipt", "bill", "rechnung", "bestellung") && g.Role is not (ColumnRole.Date or ColumnRole.Ignore));
        return new OrderOptions(customer.Name, date.Name, date.DateOrder, order?.Name, quantity?.Name, price?.Name, quantity is null || price is null ? amount?.Name : null,
            WithoutCancellations: order is null || !order.Samples.All(OrderOptions.IsCancellation));
    }

    /// <summary>Shops without customer numbers know their customers by e-mail. A file whose rows have an id of their own has one customer a line.</summary>
    private static ColumnGuess? Address(IReadOnlyList<ColumnGuess> guesses) => guesses.Any(g => g.Role == ColumnRole.Key && HeaderWords.IdStrength(g.Source) > 0) ? null
        : guesses.FirstOrDefault(g => HeaderWords.IdStrength(g.Source) == 1);

    private static ColumnGuess? Named(List<ColumnGuess> guesses, params string[] words) =>
        guesses.Find(g => HeaderWords.Split(g.Source).Exists(words.Contains)) ?? guesses.Find(g => IsNamed(g, words));

    private static bool IsNamed(ColumnGuess guess, params string[] words) => words.Any(word => guess.Source.Contains(word, StringComparison.OrdinalIgnoreCase));
}
