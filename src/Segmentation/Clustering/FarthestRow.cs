namespace Segmentation.Clustering;

/// <summary>A cluster that lost all its rows takes the row that lies farthest from its own centre.</summary>
internal static class FarthestRow
{
    /// <summary>False when every row lies on its centre, so that there is nothing to take.</summary>
    public static bool MoveCentre(Matrix data, int[] labels, double[][] centres, int empty)
    {
        int farthest = -1;
        double greatest = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            double distance = ExactDistance.Squared(data, i, centres[labels[i]]);
            if (distance > greatest)
                (farthest, greatest) = (i, distance);
        }
        for (int j = 0; j < data.Columns && farthest >= 0; j++)
            centres[empty][j] = data[farthest, j];
        return farthest >= 0;
    }
}
