namespace Segmentation.Profiles;

/// <summary>The Hungarian method by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987).</summary>
internal static class Assignment
{
    /// <summary>The column given to each row of a square cost matrix so that the sum of costs is least. O(n³).</summary>
    public static int[] Cheapest(double[,] costs)
    {
        int n = costs.GetLength(0);
        double[] rowPrice = new double[n], columnPrice = new double[n + 1];
        // Column n is where the row to be placed waits.
        var rowOf = new int[n + 1];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < n; row++)
        {
            rowOf[n] = row;
            Place(costs, rowPrice, columnPrice, rowOf);
        }
        var columnOf = new int[n];
        for (int column = 0; column < n; column++)
            columnOf[rowOf[column]] = column;
        return columnOf;
    }

    private static void Place(double[,] costs, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        int n = rowPrice.Length;
        var least = new double[n + 1];
        Array.Fill(least, double.PositiveInfinity);
        var previous = new int[n];
        var seen = new bool[n + 1];
        int column = n;
        while (rowOf[column] >= 0)
        {
            seen[column] = true;
            int row = rowOf[column], next = -1;
            for (int j = 0; j < n; j++)
            {
                if (seen[j])
                    continue;
                double reduced = costs[row, j] - rowPrice[row] - columnPrice[j];
                if (reduced < least[j])
                    (least[j], previous[j]) = (reduced, column);
                if (next < 0 || least[j] < least[next])
                    next = j;
            }
            Reprice(least[next], seen, least, rowPrice, columnPrice, rowOf);
            column = next;
        }
        for (; column != n; column = previous[column])
            rowOf[column] = rowOf[previous[column]];
    }

    private static void Reprice(double step, bool[] seen, double[] least, double[] rowPrice, double[] columnPrice, int[] rowOf)
    {
        for (int j = 0; j < seen.Length; j++)
        {
            if (seen[j])
            {
                rowPrice[rowOf[j]] += step;
                columnPrice[j] -= step;
            }
            else
            {
                least[j] -= step;
            }
        }
    }
}
