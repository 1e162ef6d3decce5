using System.Numerics;

namespace Segmentation.Neighbours;

/// <summary>
/// Marks at places of a grid: a bit for each, and for each word of them how many came before. Most places are empty, and so this stays in
/// the cache where a number for each place would not.
/// </summary>
internal sealed class CellMarks
{
    private readonly ulong[] _words;
    private readonly int[] _before;

    public CellMarks(ReadOnlySpan<int> places, int end)
    {
        // One word more, as a window may begin in the last.
        _words = new ulong[end / 64 + 2];
        _before = new int[_words.Length];
        foreach (int place in places)
            _words[place >> 6] |= 1UL << place;
        for (int word = 0; word < _words.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(_words[word]);
        }
    }

    /// <summary>How many places are marked.</summary>
    public int Count { get; private set; }

    /// <summary>How many marked places have a lower number.</summary>
    public int Rank(int place) => _before[place >> 6] + BitOperations.PopCount(_words[place >> 6] & ((1UL << place) - 1));

    /// <summary>Bit i is set where place first + i is marked; 64 places.</summary>
    public ulong Window(int first)
    {
        int word = first >> 6;
        return _words[word] >> first | _words[word + 1] << 1 << ~first;
    }

    /// <summary>The marked places in order.</summary>
    public int[] ToArray()
    {
        var places = new int[Count];
        for (int word = 0, i = 0; word < _words.Length; word++)
        {
            for (ulong rest = _words[word]; rest != 0; rest &= rest - 1)
                places[i++] = word * 64 + BitOperations.TrailingZeroCount(rest);
        }
        return places;
    }
}
