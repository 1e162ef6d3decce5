using Dashboard.Access;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Imports.Orders;
using Dashboard.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Imports;

/// <summary>Second step: what the file is written in, and what each of its columns becomes.</summary>
[NamesPeople]
public sealed class Match(DashboardDb db, ImportDrafts drafts, Uploads uploads, WorkQueue queue) : DraftPage(db)
{
    public sealed record ColumnField(string? Name, ColumnRole Role, DateOrder DateOrder, bool Sensitive);

    public IReadOnlyList<ColumnGuess> Guesses { get; private set; } = [];
    public CsvPreview Preview { get; private set; } = null!;
    public string? Problem { get; private set; }
    public bool IsUpdate => Draft.Dataset is not null;

    public bool HasOrders => !IsUpdate && OrderDetection.Find(Guesses) is not null;

    public IActionResult OnGet()
    {
        if (Draft.Dataset is { Kind: DatasetKind.Transactions })
        {
            return Redirect($"/imports/{Draft.Id}/orders");
        }
        Look();
        return Page();
    }

    public async Task<IActionResult> OnPostReadAsync(FormatFields fields)
    {
        if (fields.Format is not { } format)
        {
            return Again(FormatFields.NotOffered);
        }
        try
        {
            await drafts.ReadAsAsync(Draft, format);
            return Redirect($"/imports/{Draft.Id}/match");
        }
        catch (CsvRefused refused)
        {
            return Again(refused.Message);
        }
    }

    /// <summary>Keeps the form as it is and gives a column a second line in it.</summary>
    public async Task<IActionResult> OnPostAgainAsync(string? name, List<ColumnField> columns, int again)
    {
        if (columns.Count != Options.Columns.Count || Options.Columns.ElementAtOrDefault(again) is not { Again: null } choice)
        {
            return Again("The form did not hold every column. Please send it again.");
        }
        ColumnChoice second = choice with { Name = $"{choice.Name} (again)", Role = choice.Role == ColumnRole.Key ? ColumnRole.Text : choice.Role, Again = again };
        Draft.Name = Names.Tidy(name) is { Length: > 0 } given ? given : Draft.Name;
        await drafts.KeepAsync(Draft, Options with { Columns = [.. Options.Columns.Zip(columns, Chosen), second] });
        return Redirect($"/imports/{Draft.Id}/match#columns");
    }

    public async Task<IActionResult> OnPostAsync(string? name, List<ColumnField> columns, OnDuplicate onDuplicate, OnMatch onMatch, OnNew onNew)
    {
        if (columns.Count != Options.Columns.Count)
        {
            return Again("The form did not hold every column. Please send it again.");
        }
        var choices = Options.Columns.Zip(columns, Chosen).ToList();
        Options = Options with { Columns = choices, OnDuplicate = onDuplicate, OnMatch = onMatch, OnNew = onNew, Orders = null };
        if (Refusal(choices) is { } problem)
        {
            return Again(problem);
        }
        Draft.Name = Names.Tidy(name) is { Length: > 0 } given ? given : Draft.Name;
        await drafts.CheckAsync(Draft, Options);
        await queue.StartAsync(Draft);
        return Redirect($"/imports/{Draft.Id}/check");
    }

    public async Task<IActionResult> OnPostDiscardAsync()
    {
        await drafts.DiscardAsync(Draft);
        TempData["Notice"] = "The upload was thrown away; nothing was imported.";
        return Redirect("/datasets");
    }

    /// <summary>Where a column goes that the data set knows, its role there holds; an empty name leaves the column out.</summary>
    private ColumnChoice Chosen(ColumnChoice choice, ColumnField field)
    {
        var name = Names.Tidy(field.Name);
        if (name.Length == 0)
        {
            return choice with { Role = ColumnRole.Ignore };
        }
        var known = Draft.Dataset?.Columns.Find(c => c.Name == name);
        var role = known?.Role ?? (IsUpdate && field.Role is ColumnRole.Key or ColumnRole.Ignore ? ColumnRole.Text : field.Role);
        return choice with { Name = name, Role = role, DateOrder = field.DateOrder, Sensitive = IsUpdate || field.Sensitive == HeaderWords.IsSensitive(name) ? null : field.Sensitive };
    }

    private string? Refusal(List<ColumnChoice> choices)
    {
        var used = choices.Where(c => c.Role != ColumnRole.Ignore).ToList();
        var twice = used.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return twice is not null ? $"Two columns of the file would become \"{twice.Key}\". Give one another name, or leave it out."
            : used.Count(c => c.Role == ColumnRole.Key) > 1 ? "Only one column can be the customer's key."
            : used.All(c => c.Role == ColumnRole.Key) ? "Beside the key at least one column must be used."
            : IsUpdate && used.All(c => c.Role != ColumnRole.Key) ? $"Say which column of the file is \"{Draft.Dataset!.Columns.Find(c => c.Role == ColumnRole.Key)?.Name}\": by it the customers are found."
            : null;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Again(string problem)
    {
        Problem = problem;
        Look();
        return Page();
    }

    private void Look()
    {
        var path = uploads.PathOf(Draft.StoredName);
        Guesses = ColumnDetection.Guess(path, Options.Format);
        Preview = CsvPreview.Read(path, Options.Format);
    }
}
