namespace Dashboard.Data;

/// <summary>Customers by rising values of a column; those without a value come after the known ones, whichever way it is read.</summary>
public sealed record CustomerOrder(int[] Rows, int Known)
{
    public int[] Falling()
    {
        var rows = (int[])Rows.Clone();
        rows.AsSpan(0, Known).Reverse();
        return rows;
    }
}
