using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>The columns of a file that its data set does not have yet.</summary>
internal static class NewColumns
{
    public static List<Column> Of(Dataset dataset, ImportOptions options, int version)
    {
        var known = dataset.Columns.Select(c => ColumnNames.Fold(c.Name)).ToHashSet();
        var position = dataset.Columns.Count == 0 ? 0 : dataset.Columns.Max(c => c.Position) + 1;
        return [.. options.Columns.Where(choice => !known.Contains(ColumnNames.Fold(choice.Name))).Select(choice => Make(choice, position++, version))];
    }

    private static Column Make(ColumnChoice choice, int position, int version)
    {
        var (label, unit) = ColumnNames.LabelAndUnit(choice.Name);
        return new Column { Position = position, Source = choice.Source, Name = choice.Name, Label = label, Unit = unit, Role = choice.Role, Sensitive = choice.Sensitive, FromVersion = version };
    }
}
