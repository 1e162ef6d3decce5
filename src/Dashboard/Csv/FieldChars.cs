using System.Text;
using System.Text.Unicode;

namespace Dashboard.Csv;

/// <summary>The fields of the current record as characters, decoded when first asked for.</summary>
internal sealed class FieldChars(RecordReader records)
{
    // Decoded UTF-8 has at most as many characters as bytes, so a record's fields always fit together.
    private readonly (int Start, int Length)[] places = new (int, int)[CsvLimits.Columns];
    private char[] chars = new char[4096];
    private int used;

    public ReadOnlySpan<char> this[int i]
    {
        get
        {
            if (i >= places.Length) return Encoding.UTF8.GetString(records.Field(i));
            if (places[i].Start < 0) places[i] = Decode(records.Field(i));
            return chars.AsSpan(places[i].Start, places[i].Length);
        }
    }

    public void Clear()
    {
        used = 0;
        Array.Fill(places, (-1, 0), 0, Math.Min(records.FieldCount, places.Length));
        if (chars.Length < records.Bytes.Length) chars = new char[records.Bytes.Length];
    }

    private (int, int) Decode(ReadOnlySpan<byte> utf8)
    {
        var start = used;
        Utf8.ToUtf16(utf8, chars.AsSpan(start), out _, out var length);
        used += length;
        return (start, length);
    }
}
