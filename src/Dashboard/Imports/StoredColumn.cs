using System.Globalization;
using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>A column on its way from the file to the table: checks a cell, puts it into the row, and counts it once the row is in.</summary>
internal sealed class StoredColumn
{
    private readonly int _index;
    private readonly ColumnChoice? _choice;
    private readonly Repair[] _repairs;
    private readonly char _decimalMark;
    private bool _isMissing;
    private Repair? _filling;
    private double _number;
    private string? _text;

    public StoredColumn(Column column, int index, ImportOptions options)
    {
        (Column, _index, _decimalMark) = (column, index, options.Format.DecimalMark);
        _choice = options.Columns.FirstOrDefault(c => ColumnNames.Fold(c.Name) == ColumnNames.Fold(column.Name) && c.Role is not (ColumnRole.Key or ColumnRole.Ignore));
        Field = options.FieldOf(c => ReferenceEquals(c, _choice));
        _repairs = [.. Enum.GetValues<CellProblem>().Select(problem => options.RepairOf(column.Name, problem))];
    }

    public Column Column { get; }

    /// <summary>Its place in the file; negative when the file has no such column.</summary>
    public int Field { get; }
    public RunningSummary Summary { get; } = new();

    /// <summary>The rows whose value is put in once all others are known.</summary>
    public Dictionary<Repair, List<long>> Fillings { get; } = [];

    /// <summary>Who wants to know of cells that were repaired.</summary>
    public Action<RowProblem>? OnRepair { get; set; }

    /// <summary>Null, or why the row cannot be taken.</summary>
    public RowProblem? Take(CsvFile file, PendingRow row)
    {
        (_isMissing, _filling) = (true, null);
        if (Field < 0)
        {
            row.Untold(_index);
            return null;
        }
        var cell = file.Field(Field);
        if (Missing.Is(cell))
        {
            return Repaired(CellProblem.Blank, cell, row);
        }
        _isMissing = false;
        return Column.Role switch
        {
            ColumnRole.Number => TakeNumber(cell, row),
            ColumnRole.Date => TakeDate(cell, row),
            _ => TakeText(CellText.Clean(cell), row),
        };
    }

    /// <summary>The row was good.</summary>
    public void Count(long row)
    {
        if (_filling is { } filling && row > 0)
        {
            (Fillings.TryGetValue(filling, out var rows) ? rows : Fillings[filling] = []).Add(row);
        }
        if (_isMissing)
        {
            Summary.AddMissing();
        }
        else if (Column.Role == ColumnRole.Number)
        {
            Summary.Add(_number);
        }
        else
        {
            Summary.Add(_text);
        }
    }

    private RowProblem? TakeNumber(ReadOnlySpan<char> cell, PendingRow row)
    {
        if (!NumberText.TryParse(cell, _decimalMark, out _number))
        {
            return Repaired(CellProblem.NotANumber, cell, row);
        }
        row.Number(_index, _number);
        return null;
    }

    private RowProblem? TakeDate(ReadOnlySpan<char> cell, PendingRow row)
    {
        if (!DateText.TryParse(cell, _choice!.DateOrder, out var date))
        {
            return Repaired(CellProblem.NotADate, cell, row);
        }
        return TakeText(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), row);
    }

    private RowProblem? TakeText(string text, PendingRow row)
    {
        _text = text;
        row.Text(_index, text, YesNo.LeavesOut(Column.Role, text));
        return null;
    }

    private RowProblem? Repaired(CellProblem problem, ReadOnlySpan<char> cell, PendingRow row)
    {
        var repair = _repairs[(int)problem];
        if (repair == Repair.Reject)
        {
            return Describe(problem, cell);
        }
        OnRepair?.Invoke(Describe(problem, cell));
        _isMissing = true;
        // What nobody said is not made up: not a consent, and not an objection either.
        _filling = repair == Repair.Missing || Column.Role is ColumnRole.Consent or ColumnRole.OptOut or ColumnRole.OptIn ? null : repair;
        row.Missing(_index);
        return null;
    }

    private RowProblem Describe(CellProblem problem, ReadOnlySpan<char> cell)
    {
        var shown = Shown(cell);
        return new RowProblem(Reason(problem, cell, shown), Column.Name, problem, shown);
    }

    private string Reason(CellProblem problem, ReadOnlySpan<char> cell, string shown) => problem switch
    {
        CellProblem.Blank => $"{Column.Name} is missing",
        CellProblem.NotANumber => $"{Column.Name} is \"{shown}\", {NumberText.WhyNot(cell, _decimalMark)}",
        _ => $"{Column.Name} is \"{shown}\", not a date",
    };

    private static string Shown(ReadOnlySpan<char> cell) => cell.Length <= 40 ? cell.ToString() : string.Concat(cell[..40], "…");
}
