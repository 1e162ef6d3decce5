using System.Text.Json;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Explore;
using Dashboard.Imports;

namespace Dashboard.Privacy;

/// <summary>By what a person is known in a file: the key in the column of keys, an address wherever it stands.</summary>
internal sealed class Identity
{
    private const int ShortestNamed = 3;
    private readonly string _key;
    private readonly string[] _addresses;

    public Identity(CustomerRecord record)
    {
        var texts = record.Versions.SelectMany(v => v.Row.Values).OfType<string>().Append(record.Latest.Row.Key);
        (_key, _addresses) = (CustomerTable.Fold(record.Latest.Row.Key), [.. texts.Where(t => t.Contains('@')).Select(CustomerTable.Fold).Distinct()]);
    }

    public IReadOnlyList<string> Addresses => _addresses;

    /// <summary>Where keys stand in a file; negative where no column holds keys of this data set.</summary>
    public static int KeyField(ImportOptions options) =>
        options.FieldOf(c => options.Orders is { } orders ? c.Name == orders.Customer : c.Role == ColumnRole.Key);

    /// <summary>The lines of a stored file that speak of the person, as they are; of one that cannot be read to its end, those up to there.</summary>
    public IReadOnlyList<(long Line, string Raw)> Lines(string path, ImportOptions options, bool hasKeys) => Lines(path, options.Format,
        columns => !hasKeys ? -1 : options.Orders is { } orders ? columns.ToList().IndexOf(orders.Customer) : KeyField(options));

    /// <summary>Of a file that was placed and not imported: keys stand in the column that is called as that of its data set.</summary>
    public IReadOnlyList<(long Line, string Raw)> Lines(string path, Batch batch, string keyName)
    {
        var format = JsonSerializer.Deserialize<FormatOfBatch>(batch.Options)!.Format;
        return Lines(path, format, columns => columns.ToList().FindIndex(c => ColumnNames.Fold(c) == ColumnNames.Fold(keyName)));
    }

    private List<(long Line, string Raw)> Lines(string path, CsvFormat format, Func<IReadOnlyList<string>, int> keyIn)
    {
        var lines = new List<(long, string)>();
        try
        {
            using var file = CsvFile.Open(path, format);
            var key = keyIn(file.Columns);
            while (file.Read())
            {
                if (Speaks(file, key))
                {
                    lines.Add((file.Line, file.Raw));
                }
            }
        }
        catch (Exception reason) when (reason is CsvRefused or FileNotFoundException)
        {
        }
        return lines;
    }

    /// <summary>Of a line as text, which may be too broken to be read by its columns.</summary>
    public bool IsIn(string raw, ImportOptions options)
    {
        var cells = raw.Split(options.Format.Delimiter).Select(cell => CustomerTable.Fold(cell.Trim().Trim('"'))).ToList();
        return KeyField(options) is >= 0 and var key && key < cells.Count && cells[key] == _key || cells.Exists(_addresses.Contains);
    }

    public bool IsKey(string text) => CustomerTable.Fold(text) == _key;

    /// <summary>In free text, where a short key would be found in every other word.</summary>
    public bool IsNamedIn(string text) =>
        _key.Length > ShortestNamed && text.Contains(_key, StringComparison.OrdinalIgnoreCase) || Array.Exists(_addresses, a => text.Contains(a, StringComparison.OrdinalIgnoreCase));

    public string Without(string text) => IsNamedIn(text) ? ErasedText.InText(text, [.. _addresses, .. _key.Length > ShortestNamed ? [_key] : Array.Empty<string>()]) : text;

    /// <summary>What is stored as the options of a batch, as far as it is needed here.</summary>
    private sealed record FormatOfBatch(CsvFormat Format);

    private bool Speaks(CsvFile file, int key)
    {
        for (var i = 0; i < file.FieldCount; i++)
        {
            var cell = file.Field(i).Trim();
            if (i == key && IsKey(cell.ToString()) || cell.Contains('@') && _addresses.Contains(CustomerTable.Fold(cell.ToString())))
            {
                return true;
            }
        }
        return false;
    }
}
