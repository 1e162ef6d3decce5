using Dashboard.Data;

namespace Dashboard.Explore;

/// <summary>Whole columns that are wanted: what is read anyway to look at all values is kept here, so that it is not read again.</summary>
public sealed class ColumnsRead(IReadOnlyCollection<Column> numbers, Column? texts)
{
    public Dictionary<Column, double[]> Numbers { get; } = [];

    /// <summary>The different texts, and the place of each customer's among them.</summary>
    public (int[] Places, IReadOnlyList<string> Texts)? Texts { get; private set; }

    public void Keep(Column column, double[] values) => _ = numbers.Contains(column) && Numbers.TryAdd(column, values);

    public IReadOnlyList<(string Text, int Count)> Counts(Column column, CustomerReader reader, int mostDistinct)
    {
        if (column != texts)
        {
            return reader.Counts(column, mostDistinct);
        }
        var (places, found) = (Texts = reader.Places(column)).Value;
        return CustomerReader.Counts(places, found);
    }
}
