using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Privacy;

namespace Dashboard.Imports.Orders;

/// <summary>
/// A file with a line per order or per article of one: sums up what each customer ordered, and hands the customers on when the file has
/// been read. A customer without an order that counts is none. Lines that a rule leaves out are counted by rule.
/// </summary>
internal sealed class OrderStaging : RowReader
{
    private const int MostMonths = 240;
    private readonly OrderOptions _orders;
    private readonly char _decimalMark;
    private readonly ICustomerSink _sink;
    private readonly LeftOutRule _leftOut;
    private readonly int _customer, _date, _order, _quantity, _price, _amount;
    private readonly Dictionary<string, OrderTotals> _totals = [];
    private readonly HashSet<(OrderTotals, string)> _seen = [];
    private int _noCustomer, _cancellations, _returns, _free;

    public OrderStaging(ImportOptions options, IReadOnlyList<string> columns, ICustomerSink sink, LeftOutRule leftOut) : base(options)
    {
        (_orders, _decimalMark, _sink, _leftOut) = (options.Orders!, options.Format.DecimalMark, sink, leftOut);
        (_customer, _date, _order) = (Find(_orders.Customer), Find(_orders.Date), Find(_orders.Order));
        (_quantity, _price, _amount) = (Find(_orders.Quantity), Find(_orders.Price), Find(_orders.Amount));

        int Find(string? name) => string.IsNullOrEmpty(name) ? -1
            : columns.ToList().IndexOf(name) is >= 0 and var place ? place : throw new WorkFailed($"The file has no column \"{name}\".");
    }

    public OrderFindings? Findings { get; private set; }

    /// <summary>Of all lines with a customer and a date, whatever the rules leave out: so it is the same for the same list.</summary>
    public DateOnly First { get; private set; } = DateOnly.MaxValue;

    public override string? WhyNot() => base.WhyNot()
        ?? (Findings!.Customers == 0 ? "No order is left once the lines are gone that do not count. Look at the rules, and at which column holds what."
            : First > _orders.Since && !Accepts
                ? $"The first order of this file is of {First:d MMM yyyy}, the list that came before began on {_orders.Since:d MMM yyyy}. Every customer is counted anew, so upload the whole history; what the file lacks would be forgotten."
            : null);

    protected override RowProblem? Take(CsvFile file)
    {
        if (file.Problem is { } broken)
        {
            return new RowProblem(broken);
        }
        if (Missing.Is(file.Field(_customer)))
        {
            return LeaveOut(ref _noCustomer);
        }
        if (!DateText.TryParse(file.Field(_date), _orders.DateOrder, out var date))
        {
            return Wrong(_orders.Date, file.Field(_date), CellProblem.NotADate, "not a date");
        }
        double quantity = 1, price = 0, amount = 0;
        return Number(file, _quantity, _orders.Quantity, ref quantity) ?? Number(file, _price, _orders.Price, ref price) ?? Number(file, _amount, _orders.Amount, ref amount)
            ?? Take(CellText.Clean(file.Field(_customer)), DateOnly.FromDateTime(date), _order < 0 ? "" : CellText.Clean(file.Field(_order)), quantity, _amount < 0 ? price : amount);
    }

    protected override void Finish()
    {
        var customers = _totals.Values.Where(t => t.Orders > 0).ToList();
        var last = customers.Count == 0 ? DateOnly.MinValue : customers.Max(t => t.Last);
        var reference = _orders.Reference ?? (customers.Count == 0 ? last : last.AddDays(1));
        foreach (var customer in customers)
        {
            _sink.Row.SetKey(customer.Key);
            foreach (var (value, i) in customer.Values(reference).Select((v, i) => (v, i)))
            {
                if (double.IsNaN(value)) { _sink.Row.Missing(i); } else { _sink.Row.Number(i, value); }
            }
            var outcome = _sink.Take();
            if (!customer.IsLeftOut && outcome is RowOutcome.New or RowOutcome.Updated)
            {
                OnChange?.Invoke(outcome, _sink);
            }
        }
        customers.RemoveAll(c => c.IsLeftOut);
        var first = customers.Count == 0 ? last : customers.Min(t => t.First);
        Findings = new OrderFindings(customers.Count, customers.Sum(t => t.Revenue), first, last, reference, _noCustomer, _cancellations, _returns, _free) { Months = Months(customers) };
    }

    /// <summary>Months without an order are there too, so that a gap is seen; a date mistyped by centuries does not make thousands of them.</summary>
    private static MonthRevenue[] Months(List<OrderTotals> customers)
    {
        var months = customers.SelectMany(c => c.Days).GroupBy(d => d.Day.AddDays(1 - d.Day.Day)).ToDictionary(g => g.Key, g => g.Sum(d => d.Amount));
        if (months.Count == 0)
        {
            return [];
        }
        var (first, last) = (months.Keys.Min(), months.Keys.Max());
        var count = (last.Year - first.Year) * 12 + last.Month - first.Month + 1;
        var all = count <= MostMonths ? Enumerable.Range(0, count).Select(first.AddMonths) : months.Keys.Order().TakeLast(MostMonths);
        return [.. all.Select(month => new MonthRevenue(month, months.GetValueOrDefault(month)))];
    }

    private RowProblem? Take(string key, DateOnly day, string order, double quantity, double price)
    {
        First = day < First ? day : First;
        var folded = CustomerTable.Fold(key);
        if (!_totals.TryGetValue(folded, out var totals))
        {
            _totals[folded] = totals = new OrderTotals(key, !_leftOut.IsEmpty && _leftOut.Of(folded, []) != LeftOut.No);
        }
        var isCancellation = OrderOptions.IsCancellation(order);
        if (isCancellation && _orders.WithoutCancellations)
        {
            totals.Cancelled += IsNewOrder(totals, order, day) ? 1 : 0;
            return LeaveOut(ref _cancellations);
        }
        if (quantity <= 0 && _orders.WithoutReturns)
        {
            return LeaveOut(ref _returns);
        }
        if (price <= 0 && _orders.WithoutFree)
        {
            return LeaveOut(ref _free);
        }
        totals.Orders += IsNewOrder(totals, order, day) ? 1 : 0;
        totals.Add(day, _amount < 0 ? quantity * price : price);
        if (totals.IsLeftOut) { Counts.Suppressed++; } else { Counts.Imported++; }
        return null;
    }

    /// <summary>Without a number of the order, what was bought on one day is one order.</summary>
    private bool IsNewOrder(OrderTotals totals, string order, DateOnly day) => _seen.Add((totals, order.Length > 0 ? order : $"{day:yyyyMMdd}"));

    private RowProblem? Number(CsvFile file, int field, string? name, ref double value) =>
        field < 0 || NumberText.TryParse(file.Field(field), _decimalMark, out value) ? null : Wrong(name!, file.Field(field), CellProblem.NotANumber, "not a number");

    private static RowProblem Wrong(string column, ReadOnlySpan<char> cell, CellProblem problem, string what)
    {
        var shown = cell.Length <= 40 ? cell.ToString() : string.Concat(cell[..40], "…");
        return new RowProblem($"{column} is \"{shown}\", {what}", column, problem, shown);
    }

    private RowProblem? LeaveOut(ref int rule)
    {
        rule++;
        Counts.Excluded++;
        return null;
    }
}
