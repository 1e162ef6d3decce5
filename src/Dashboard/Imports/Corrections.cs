using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>
/// One value of one customer, changed by hand. It is an import of a file of one line, so it makes a version, stands in the history
/// with who and when, and can be taken back like any other.
/// </summary>
public sealed class Corrections(ImportRequest request, Uploads uploads)
{
    private const string FileName = "Corrected by hand";

    /// <summary>What people say of themselves in a file is not made up by others, and what orders come to is counted.</summary>
    public static IEnumerable<Column> In(Dataset dataset) => dataset.Kind == DatasetKind.Transactions || dataset.Columns.TrueForAll(c => c.Role != ColumnRole.Key) ? []
        : dataset.Columns.Where(c => c.Role is ColumnRole.Number or ColumnRole.Category or ColumnRole.Date or ColumnRole.Text).OrderBy(c => c.Position);

    /// <summary>An empty value makes it missing.</summary>
    public async Task<Import> RequestAsync(int datasetId, string key, int columnId, string? value, string user, CancellationToken cancellation)
    {
        var dataset = await request.DatasetAsync(datasetId);
        var column = In(dataset).FirstOrDefault(c => c.Id == columnId) ?? throw new ImportConflict("This column cannot be corrected by hand.");
        var text = CellText.Clean(value);
        if (Refusal(column, text) is { } problem)
        {
            throw new ImportConflict($"{column.Name} stays as it is: {problem}");
        }
        var choices = new[] { dataset.Columns.Single(c => c.Role == ColumnRole.Key), column }.Select(c => new ColumnChoice(c.Name, c.Name, c.Role, DateOrder.YearFirst)).ToList();
        var upload = await StoreAsync([dataset.KeyName, column.Name], [key, text], cancellation);
        var options = new ImportOptions(new CsvFormat("utf-8", ',', '.', 0), choices, OnNew: OnNew.Skip, IsCorrection: true);
        var isNew = false;
        try
        {
            (var import, isNew) = await request.AddAsync(upload, new(DatasetId: datasetId), options, user);
            return import;
        }
        finally
        {
            if (!isNew)
            {
                uploads.Delete(upload.StoredName);
            }
        }
    }

    private static string? Refusal(Column column, string text) =>
        Missing.Is(text) ? null
        : text.Length > CsvLimits.FieldChars ? $"at most {CsvLimits.FieldChars:N0} characters fit."
        : column.Role == ColumnRole.Number && !NumberText.TryParse(text, '.', out _) ? $"“{text}” is {NumberText.WhyNot(text, '.')}."
        : column.Role == ColumnRole.Date && !DateText.TryParse(text, DateOrder.YearFirst, out _) ? $"“{text}” is not a date. Write it as 2025-12-31."
        : null;

    private async Task<Upload> StoreAsync(string[] header, string[] line, CancellationToken cancellation)
    {
        using var content = new MemoryStream();
        await using (var csv = new CsvText(content))
        {
            csv.Row(header);
            csv.Row(line);
            await csv.FlushAsync(cancellation);
        }
        content.Position = 0;
        return await uploads.StoreAsync(content, FileName, cancellation);
    }
}
