using System.Globalization;

namespace Dashboard.Data;

/// <summary>A filter as conditions of SQL. Numbers stand in the text; what people typed is bound to parameters from ?10 on.</summary>
internal sealed class FilterSql
{
    private const int FirstParameter = 10;
    private readonly List<string> _conditions = [];
    private readonly List<string> _texts = [];

    public FilterSql(CustomerFilter filter, Func<string, string, string> search)
    {
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            _conditions.Add(search(Text(CustomerReader.KeyPattern(filter.Search)), Text(CustomerReader.TextPattern(filter.Search))));
        }
        foreach (var column in filter.Columns)
        {
            Add(column, CustomerTable.NameOf(column.Column));
        }
        if (filter.Segment is { } segment)
        {
            _conditions.Add($"row IN (SELECT CustomerRow FROM Assignments WHERE RunId = {segment.Run} AND SegmentIndex = {segment.Index})");
        }
    }

    public string Conditions => string.Concat(_conditions.Select(c => " AND " + c));

    public void BindTo(RawStatement statement)
    {
        for (var i = 0; i < _texts.Count; i++)
        {
            statement.BindIfUsed(FirstParameter + i, _texts[i]);
        }
    }

    private void Add(ColumnFilter filter, string name)
    {
        if (filter.From is { } from)
        {
            _conditions.Add(string.Create(CultureInfo.InvariantCulture, $"{name} >= {from:R}"));
        }
        if (filter.To is { } to)
        {
            _conditions.Add(string.Create(CultureInfo.InvariantCulture, $"{name} <= {to:R}"));
        }
        if (filter.Is is { } text)
        {
            _conditions.Add($"{name} = {Text(text)}");
        }
        if (filter.IsMissing)
        {
            _conditions.Add($"{name} IS NULL");
        }
    }

    private string Text(string value)
    {
        _texts.Add(value);
        return $"?{FirstParameter + _texts.Count - 1}";
    }
}
