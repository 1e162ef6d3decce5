using System.Buffers;
using System.Text;

namespace Dashboard.Data;

/// <summary>A customer on the way to or from the table: the key, and for each stored column a value, nothing, or no say.</summary>
public sealed class PendingRow(int columns)
{
    private readonly Content[] _contents = new Content[columns];
    private readonly double[] _numbers = new double[columns];
    private readonly string?[] _texts = new string?[columns];
    private readonly bool[] _insists = new bool[columns];

    private enum Content : byte { Untold, Missing, Number, Text }

    /// <summary>Folded, as keys are compared.</summary>
    public string Key { get; private set; } = "";

    /// <summary>As people wrote it; null where that is the same.</summary>
    public string? KeyText { get; private set; }

    public void SetKey(ReadOnlySpan<char> key)
    {
        var text = key.Trim().ToString();
        Key = IsPlain(text) ? text : CustomerTable.Fold(text);
        KeyText = Key == text ? null : text;
    }

    /// <summary>The n-th stored column, from 0.</summary>
    public void Number(int column, double value) => (_contents[column], _numbers[column]) = (Content.Number, value);

    /// <summary>A text that insists comes to the customer whatever the rule for those who are there already: nobody has to object twice.</summary>
    public void Text(int column, string value, bool insists = false) => (_contents[column], _texts[column], _insists[column]) = (Content.Text, value, insists);

    public void Missing(int column) => _contents[column] = Content.Missing;

    /// <summary>The file has no such column: a customer who is there keeps the value.</summary>
    public void Untold(int column) => _contents[column] = Content.Untold;

    /// <summary>Null for a missing value.</summary>
    public object? this[int column] => _contents[column] switch { Content.Number => _numbers[column], Content.Text => _texts[column], _ => null };

    public bool HasValue(int column) => _contents[column] >= Content.Number;

    internal bool IsSame(PendingRow other, int column) => HasValue(column)
        ? _contents[column] == other._contents[column] && (_contents[column] == Content.Text ? _texts[column] == other._texts[column] : _numbers[column].Equals(other._numbers[column]))
        : !other.HasValue(column);

    internal bool IsSame(PendingRow other)
    {
        for (var i = 0; i < _contents.Length; i++)
        {
            if (!IsSame(other, i))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Takes over from the customer who is there what this row does not say, or may not change.</summary>
    internal void Merge(PendingRow old, OnMatch rule)
    {
        KeyText = old.KeyText;
        for (var i = 0; i < _contents.Length; i++)
        {
            var insists = _contents[i] == Content.Text && _insists[i];
            if (_contents[i] == Content.Untold || rule == OnMatch.Skip && !insists || rule == OnMatch.Fill && !insists && old.HasValue(i))
            {
                (_contents[i], _numbers[i], _texts[i]) = (old._contents[i], old._numbers[i], old._texts[i]);
            }
        }
    }

    /// <summary>From a statement that selects key_text and then the stored columns.</summary>
    internal void ReadFrom(RawStatement statement, int first, IReadOnlyList<Column> stored)
    {
        KeyText = statement.Text(first);
        for (var i = 0; i < stored.Count; i++)
        {
            var position = first + 1 + i;
            if (statement.IsNull(position))
            {
                Missing(i);
            }
            else if (CustomerTable.IsNumber(stored[i]))
            {
                Number(i, statement.Number(position));
            }
            else
            {
                Text(i, statement.Text(position)!);
            }
        }
    }

    internal void BindKey(RawStatement statement, int parameter) => Bind(statement, parameter, Key);

    /// <summary>Key, the key's own spelling and the values, from parameter 2 on.</summary>
    internal void BindTo(RawStatement insert)
    {
        BindKey(insert, 2);
        if (KeyText is null) { insert.BindNull(3); } else { Bind(insert, 3, KeyText); }
        for (var i = 0; i < _contents.Length; i++)
        {
            switch (_contents[i])
            {
                case Content.Number: insert.Bind(4 + i, _numbers[i]); break;
                case Content.Text: Bind(insert, 4 + i, _texts[i]); break;
                default: insert.BindNull(4 + i); break;
            }
        }
    }

    /// <summary>In the order of <see cref="BindTo"/>.</summary>
    internal void AddTo(RowBatch batch)
    {
        batch.Text(Key);
        if (KeyText is null) { batch.Missing(); } else { batch.Text(KeyText); }
        for (var i = 0; i < _contents.Length; i++)
        {
            switch (_contents[i])
            {
                case Content.Number: batch.Number(_numbers[i]); break;
                case Content.Text: batch.Text(_texts[i]); break;
                default: batch.Missing(); break;
            }
        }
    }

    private static void Bind(RawStatement statement, int parameter, ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        var buffer = most <= 512 ? stackalloc byte[512] : (rented = ArrayPool<byte>.Shared.Rent(most));
        var length = Encoding.UTF8.GetBytes(text, buffer);
        statement.Bind(parameter, buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static bool IsPlain(ReadOnlySpan<char> text) => Ascii.IsValid(text) && text.IndexOfAnyInRange('A', 'Z') < 0;
}
