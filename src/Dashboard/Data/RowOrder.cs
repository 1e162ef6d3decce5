namespace Dashboard.Data;

/// <summary>Puts rows in the order of their keys.</summary>
internal static class RowOrder
{
    /// <summary>Rows of equal keys stay in the order of their numbers; those without a key (NaN) come last. Both arrays are used up.</summary>
    public static CustomerOrder Of(int[] rows, double[] keys)
    {
        var known = keys.Length;
        for (var i = 0; i < keys.Length; i++)
        {
            if (double.IsNaN(keys[i]))
            {
                (keys[i], known) = (double.PositiveInfinity, known - 1);
            }
        }
        Array.Sort(keys, rows);
        for (var (from, to) = (0, 0); from < keys.Length; from = to)
        {
            while (to < keys.Length && keys[to] == keys[from])
            {
                to++;
            }
            Array.Sort(rows, from, to - from);
        }
        return new(rows, known);
    }

    /// <summary>The place of each text among all, without regard to case unless that alone tells them apart.</summary>
    public static int[] Ranks(string[] texts)
    {
        var order = Enumerable.Range(0, texts.Length).ToArray();
        Array.Sort(order, (a, b) => StringComparer.OrdinalIgnoreCase.Compare(texts[a], texts[b]) is var c and not 0 ? c : string.CompareOrdinal(texts[a], texts[b]));
        var ranks = new int[texts.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }
        return ranks;
    }
}
