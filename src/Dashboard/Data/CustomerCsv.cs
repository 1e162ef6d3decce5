using Dashboard.Csv;

namespace Dashboard.Data;

/// <summary>A customer as cells of a download.</summary>
internal static class CustomerCsv
{
    /// <summary>The key and all columns, or those that were chosen.</summary>
    public static void Customer(this CsvText csv, CustomerRow row, IReadOnlyList<Column> stored, IReadOnlyList<Column>? chosen = null)
    {
        csv.Text(row.Key);
        for (var i = 0; i < stored.Count; i++)
        {
            if (chosen?.Contains(stored[i]) == false)
            {
                continue;
            }
            if (CustomerTable.IsNumber(stored[i]))
            {
                csv.Number(row.Number(i));
            }
            else
            {
                csv.Text(row.Text(i) ?? "");
            }
        }
    }
}
