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
            if (chosen?.Contains(stored[i]) != false)
            {
                csv.Value(row, i);
            }
        }
    }

    public static void Value(this CsvText csv, CustomerRow row, int column)
    {
        if (row.Values[column] is double number)
        {
            csv.Number(number);
        }
        else
        {
            csv.Text(row.Text(column) ?? "");
        }
    }
}
