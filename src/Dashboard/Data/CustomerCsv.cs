using Dashboard.Csv;

namespace Dashboard.Data;

/// <summary>A customer as cells of a download.</summary>
internal static class CustomerCsv
{
    public static void Customer(this CsvText csv, CustomerRow row, IReadOnlyList<Column> stored)
    {
        csv.Text(row.Key);
        for (var i = 0; i < stored.Count; i++)
        {
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
