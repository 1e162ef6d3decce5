using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>A column on its way from the file to the table: checks a cell, hands it to the writer, and counts it once the row is in.</summary>
internal sealed class StoredColumn(Column column, int index, DateOrder dateOrder)
{
    private bool _isMissing;
    private double _number;
    private string? _text;

    public Column Column => column;
    public RunningSummary Summary { get; } = new();

    public void BindMissing(CustomerWriter writer)
    {
        _isMissing = true;
        writer.Missing(index);
    }

    /// <summary>Null, or why the cell cannot be taken.</summary>
    public string? Bind(ReadOnlySpan<char> cell, char decimalMark, CustomerWriter writer)
    {
        _isMissing = false;
        return column.Role switch
        {
            ColumnRole.Number => BindNumber(cell, decimalMark, writer),
            ColumnRole.Date => BindDate(cell, writer),
            _ => BindText(CellText.Clean(cell), writer),
        };
    }

    public void Count()
    {
        if (_isMissing)
        {
            Summary.AddMissing();
        }
        else if (column.Role == ColumnRole.Number)
        {
            Summary.Add(_number);
        }
        else
        {
            Summary.Add(_text);
        }
    }

    private string? BindNumber(ReadOnlySpan<char> cell, char decimalMark, CustomerWriter writer)
    {
        if (!NumberText.TryParse(cell, decimalMark, out _number))
        {
            return $"{column.Name} is \"{Shown(cell)}\", {NumberText.WhyNot(cell, decimalMark)}";
        }
        writer.Number(index, _number);
        return null;
    }

    private string? BindDate(ReadOnlySpan<char> cell, CustomerWriter writer)
    {
        if (!DateText.TryParse(cell, dateOrder, out var date))
        {
            return $"{column.Name} is \"{Shown(cell)}\", not a date";
        }
        return BindText(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), writer);
    }

    private string? BindText(string text, CustomerWriter writer)
    {
        _text = text;
        writer.Text(index, text);
        return null;
    }

    private static string Shown(ReadOnlySpan<char> cell) => cell.Length <= 40 ? cell.ToString() : string.Concat(cell[..40], "…");
}
