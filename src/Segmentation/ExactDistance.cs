namespace Segmentation;

/// <summary>Distances in double: float32 coordinates differ without rounding as long as they are of like size.</summary>
internal static class ExactDistance
{
    public static double Squared(Matrix data, int row, ReadOnlySpan<double> point)
    {
        double sum = 0;
        for (int j = 0; j < point.Length; j++)
        {
            double difference = data[row, j] - point[j];
            sum += difference * difference;
        }
        return sum;
    }

    public static double Squared(Matrix data, int a, int b)
    {
        double sum = 0;
        for (int j = 0; j < data.Columns; j++)
        {
            double difference = (double)data[a, j] - data[b, j];
            sum += difference * difference;
        }
        return sum;
    }
}
