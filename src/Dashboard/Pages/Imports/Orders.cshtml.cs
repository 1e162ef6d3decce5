using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Imports.Orders;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Imports;

/// <summary>Second step for a file of orders: which column says what, and which lines count.</summary>
[NamesPeople]
public sealed class Orders(DashboardDb db, ImportDrafts drafts, Uploads uploads, WorkQueue queue) : DraftPage(db)
{
    public IReadOnlyList<ColumnGuess> Guesses { get; private set; } = [];
    public OrderOptions Chosen { get; private set; } = null!;
    public CsvPreview Preview { get; private set; } = null!;
    public string? Problem { get; private set; }

    public void OnGet()
    {
        Look();
        Chosen = Options.Orders ?? OrderDetection.Find(Guesses) ?? new OrderOptions("", "", DateOrder.YearFirst);
    }

    public async Task<IActionResult> OnPostAsync(OrderForm form)
    {
        Look();
        Chosen = new OrderOptions(form.Customer ?? "", form.Date ?? "", form.DateOrder, form.Order, form.Quantity, form.Price, form.Amount,
            form.WithoutCancellations, form.WithoutReturns, form.WithoutFree, form.Reference, Since: Options.Orders?.Since);
        if (!ModelState.IsValid || !Chosen.FitsTo(Guesses))
        {
            Problem = "Choose each column from the list, and a day as reference date.";
            return Page();
        }
        if (Chosen.Problem is { } problem)
        {
            Problem = problem;
            return Page();
        }
        Draft.Name = Names.Tidy(form.Name) is { Length: > 0 } given ? given : Draft.Name;
        await drafts.CheckAsync(Draft, Options with { Orders = Chosen, Columns = ImportRequest.ColumnsOf(Chosen, Draft.Dataset), Repairs = null });
        await queue.StartAsync(Draft);
        return Redirect($"/imports/{Draft.Id}/check");
    }

    public async Task<IActionResult> OnPostCustomersAsync()
    {
        await drafts.ReadAsAsync(Draft, Options.Format);
        return Redirect($"/imports/{Draft.Id}/match");
    }

    private void Look()
    {
        var path = uploads.PathOf(Draft.StoredName);
        Guesses = ColumnDetection.Guess(path, Options.Format);
        Preview = CsvPreview.Read(path, Options.Format, 5);
    }

    public sealed record OrderForm
    {
        public string? Name { get; init; }
        public string? Customer { get; init; }
        public string? Date { get; init; }
        public DateOrder DateOrder { get; init; }
        public string? Order { get; init; }
        public string? Quantity { get; init; }
        public string? Price { get; init; }
        public string? Amount { get; init; }
        public bool WithoutCancellations { get; init; }
        public bool WithoutReturns { get; init; }
        public bool WithoutFree { get; init; }
        public DateOnly? Reference { get; init; }
    }
}
