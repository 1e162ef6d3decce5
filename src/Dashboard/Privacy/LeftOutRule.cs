using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Privacy;

/// <summary>Who of a data set is left out: those whose columns of objection and agreement say so, and those on the list.</summary>
public sealed class LeftOutRule
{
    private readonly SuppressedPeople _people;

    public LeftOutRule(Dataset dataset, SuppressedPeople people)
    {
        _people = people;
        var told = new CustomerTable(dataset).Stored.Index().Where(c => SaysSo(c.Item) || people.HasAddresses && MayHoldAddress(c.Item)).ToList();
        (Columns, Places) = ([.. told.Select(c => c.Item)], [.. told.Select(c => c.Index)]);
    }

    /// <summary>Nobody is.</summary>
    public bool IsEmpty => _people.IsEmpty && !Columns.Any(SaysSo);

    /// <summary>The columns to look at, and where they stand among those stored.</summary>
    public IReadOnlyList<Column> Columns { get; }
    public int[] Places { get; }

    /// <summary>By the texts of Columns, in their order.</summary>
    public LeftOut Of(string key, string?[] texts)
    {
        var why = _people.HasKey(key) ? LeftOut.Listed : LeftOut.No;
        for (var i = 0; i < texts.Length; i++)
        {
            why |= YesNo.LeavesOut(Columns[i].Role, texts[i]) ? LeftOut.OptedOut : _people.HasAddress(texts[i]) ? LeftOut.Listed : LeftOut.No;
        }
        return why;
    }

    private static bool SaysSo(Column column) => column.Role is ColumnRole.OptOut or ColumnRole.OptIn;

    private static bool MayHoldAddress(Column column) => column.Role is not (ColumnRole.Number or ColumnRole.Date);
}
