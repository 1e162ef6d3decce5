using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;
using Dashboard.Jobs;
using Dashboard.Privacy;
using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Pages.Customers;

[NamesPeople]
public sealed class Show(CustomerRecords customers, EraseCustomer erase, SuppressionList list, Corrections corrections, WorkQueue queue, DashboardDb db) : PageModel
{
    private const double AboutAverage = 0.25;
    private static readonly TimeSpan Waited = TimeSpan.FromSeconds(3);

    public IReadOnlyList<CustomerRecord> Records { get; private set; } = [];
    public string Key => Records[0].Latest.Row.Key;

    public async Task<IActionResult> OnGetAsync([FromRoute] string? key, [FromQuery(Name = "key")] string? asked, CancellationToken cancellation)
    {
        Records = await customers.FindAsync(string.IsNullOrEmpty(key) ? asked ?? "" : key, cancellation);
        return Records.Count > 0 ? Page() : NotFound();
    }

    public bool MayErase => User.IsInRole(Roles.Administrator);

    public bool MayExport => MayErase || User.IsInRole(Roles.Marketer);

    public async Task<IActionResult> OnPostEraseAsync([FromRoute] string? key, [FromQuery(Name = "key")] string? asked, int datasetId, string? typed, bool keepOut, CancellationToken cancellation)
    {
        if (!MayErase)
        {
            return Forbid();
        }
        Records = await customers.FindAsync(string.IsNullOrEmpty(key) ? asked ?? "" : key, cancellation);
        if (Records.FirstOrDefault(r => r.Dataset.Id == datasetId) is not { } record)
        {
            return NotFound();
        }
        if (CustomerTable.Fold(typed ?? "") != CustomerTable.Fold(Key))
        {
            TempData["Warning"] = "Nothing was erased: what you typed is not the key of this customer.";
            return Redirect(CustomerAddress.Of(Key));
        }
        try
        {
            if (keepOut)
            {
                await KeepOutAsync(record);
            }
            await erase.EraseAsync([record], cancellation);
            TempData["Notice"] = $"One customer was erased from “{record.Dataset.Name}”: every version, every membership, and the files in which they came.{(keepOut ? " Later files will not bring them back." : "")}";
        }
        catch (ImportConflict conflict)
        {
            TempData["Warning"] = conflict.Message;
        }
        return Redirect($"/datasets/{datasetId}/customers");
    }

    /// <summary>The columns that can be corrected by hand, of customers who are there and take part.</summary>
    public IReadOnlyList<Column> Correctable(CustomerRecord record) =>
        MayExport && record.IsCurrent && record.LeftOut == LeftOut.No ? [.. Corrections.In(record.Dataset)] : [];

    public async Task<IActionResult> OnPostCorrectAsync([FromRoute] string? key, [FromQuery(Name = "key")] string? asked, int datasetId, int column, string? value, CancellationToken cancellation)
    {
        Records = await customers.FindAsync(string.IsNullOrEmpty(key) ? asked ?? "" : key, cancellation);
        if (Records.FirstOrDefault(r => r.Dataset.Id == datasetId) is not { } record)
        {
            return NotFound();
        }
        try
        {
            if (Correctable(record).Count == 0)
            {
                throw new ImportConflict("The values of this customer cannot be corrected by hand.");
            }
            var import = await corrections.RequestAsync(datasetId, Key, column, value, User.Identity?.Name ?? "", cancellation);
            await queue.StartAsync(import);
            TempData["Notice"] = await IsDoneAsync(import, cancellation) ? "Corrected. “Over time” keeps what it was before." : "The correction is under way; it shows here once it is done.";
        }
        catch (ImportConflict conflict)
        {
            TempData["Warning"] = conflict.Message;
        }
        return Redirect(CustomerAddress.Of(Key));
    }

    /// <summary>Among a million customers a correction takes a moment, since their figures are summed up anew.</summary>
    private async Task<bool> IsDoneAsync(Import import, CancellationToken cancellation)
    {
        var waiting = System.Diagnostics.Stopwatch.StartNew();
        while (waiting.Elapsed < Waited)
        {
            if (await db.Imports.AnyAsync(i => i.Id == import.Id && i.Status == WorkStatus.Completed, cancellation))
            {
                return true;
            }
            await Task.Delay(50, cancellation);
        }
        return false;
    }

    private async Task KeepOutAsync(CustomerRecord record)
    {
        var addresses = record.Latest.Row.Values.OfType<string>().Append(Key).Where(text => text.Contains('@')).ToList();
        await list.AddAsync([Key], record.Dataset.Id, "erased", User.Identity?.Name ?? "");
        if (addresses.Count > 0)
        {
            await list.AddAsync(addresses, null, "erased", User.Identity?.Name ?? "");
        }
    }

    public static string Shown(Column column, object? value) => value switch
    {
        null => "–",
        double number => Figure.WithUnit(number, column.Unit),
        var text => Figure.Short((string)text, 500),
    };

    /// <summary>A value beside all others: in standard deviations, since a per cent of a small mean says little.</summary>
    public static (string Text, string Look) Compared(Column column, object? value)
    {
        if (column.Role != ColumnRole.Number || value is not double number || column.Mean is not { } mean || column.StandardDeviation is not > 0)
        {
            return ("", "");
        }
        var deviation = (number - mean) / column.StandardDeviation.Value;
        return Math.Abs(deviation) < AboutAverage ? ("≈ average", "muted") : deviation > 0 ? ($"▲ {deviation:0.0} σ", "up") : ($"▼ {-deviation:0.0} σ", "down");
    }
}
