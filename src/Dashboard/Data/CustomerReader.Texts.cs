using System.Runtime.InteropServices;
using System.Text;

namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    private const int UsualLength = 256;
    private readonly char[] _text = new char[UsualLength];

    /// <summary>How often each text of a column occurs, the most frequent first; past so many different texts further ones are not counted.</summary>
    public IReadOnlyList<(string Text, int Count)> Counts(Column column, int mostDistinct)
    {
        var counts = new Dictionary<string, int>();
        Scan(CustomerTable.NameOf(column), s =>
        {
            if (!s.IsNull(0) && counts.Count <= mostDistinct)
            {
                Entry(counts, s.Utf8(0), out _)++;
            }
        });
        return Frequent(counts);
    }

    /// <summary>The same from the place of each customer's text among those that there are.</summary>
    public static IReadOnlyList<(string Text, int Count)> Counts(int[] places, IReadOnlyList<string> texts)
    {
        var counts = new int[texts.Count];
        foreach (var place in places)
        {
            if (place >= 0)
            {
                counts[place]++;
            }
        }
        return Frequent(texts.Select((text, i) => KeyValuePair.Create(text, counts[i])));
    }

    private static IReadOnlyList<(string Text, int Count)> Frequent(IEnumerable<KeyValuePair<string, int>> counts) =>
        [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value))];

    /// <summary>The first and the last text of a column; null when it has none. Dates are written so that these are the earliest and the latest.</summary>
    public (string First, string Last)? Ends(Column column)
    {
        (string, string)? ends = null;
        var name = CustomerTable.NameOf(column);
        using var statement = _connection.Prepare($"SELECT min({name}), max({name}) FROM {_table.Name} WHERE {CustomerTable.VisibleIn("?1")}");
        statement.Bind(1, _version);
        if (statement.Step() && !statement.IsNull(0))
        {
            ends = (statement.Text(0)!, statement.Text(1)!);
        }
        return ends;
    }

    /// <summary>The first customers of the version, or the last, in the order of the file.</summary>
    public IReadOnlyList<CustomerRow> First(int take) => [.. Page(0, take, null)];

    public IReadOnlyList<CustomerRow> Last(int take) =>
        [.. Customers($"WHERE {CustomerTable.VisibleIn("?1")} ORDER BY row DESC LIMIT ?2", take, 0).Reverse()];

    /// <summary>Every customer of the version, in the order of the file.</summary>
    public IEnumerable<CustomerRow> All() => Customers($"WHERE {CustomerTable.VisibleIn("?1")} ORDER BY row", 0, 0);

    /// <summary>A million rows share a handful of texts: only a new one becomes a string.</summary>
    private ref int Entry(Dictionary<string, int> entries, ReadOnlySpan<byte> utf8, out bool isKnown)
    {
        var text = utf8.Length <= UsualLength ? _text : new char[utf8.Length];
        var length = Encoding.UTF8.GetChars(utf8, text);
        return ref CollectionsMarshal.GetValueRefOrAddDefault(entries.GetAlternateLookup<ReadOnlySpan<char>>(), text.AsSpan(0, length), out isKnown);
    }
}
