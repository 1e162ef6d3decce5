namespace Dashboard.Data;

/// <summary>Tells keys that are new for sure from those that may have been there, in 8 MB for a million and a half of them.</summary>
public sealed class KeysSeen
{
    private const int Slots = 1 << 21;
    private const int MostInTable = Slots / 4 * 3;

    /// <summary>However the keys of a file were made up, looking for one stays quick.</summary>
    private const int MostSteps = 256;
    private readonly List<uint[]> _tables = [];
    private int _inLast = MostInTable;

    /// <summary>True when the key is new for sure; of a million new ones hardly one is not known as such.</summary>
    public bool Add(string key)
    {
        var hash = Hash(key);
        var (slot, mark) = ((int)(hash >> 43), (uint)hash | 1);
        if (_inLast == MostInTable)
        {
            _tables.Add(new uint[Slots]);
            _inLast = 0;
        }
        var free = 0;
        foreach (var table in _tables)
        {
            free = Find(table, slot, mark);
            if (free < 0)
            {
                return false;
            }
        }
        _tables[^1][free] = mark;
        _inLast++;
        return true;
    }

    /// <summary>A free slot for the mark; negative when the mark is there.</summary>
    private static int Find(uint[] table, int slot, uint mark)
    {
        for (var i = 0; i < MostSteps; i++, slot = (slot + 1) % Slots)
        {
            if (table[slot] == 0)
            {
                return slot;
            }
            if (table[slot] == mark)
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>FNV-1a, of which the upper bits alone are well mixed, and a last step that mixes all.</summary>
    private static ulong Hash(string key)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var character in key)
        {
            hash = (hash ^ character) * 0x100000001B3;
        }
        hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15;
        return hash ^ hash >> 29;
    }
}
