using Segmentation.Scaling;

namespace Segmentation.Tests;

internal static class Mall
{
    public const string Age = "Age";
    public const string Income = "Annual Income (k$)";
    public const string Spending = "Spending Score (1-100)";

    public static Matrix Raw(params string[] columns) => Matrix.FromColumns(TestData.Mall(columns));

    public static Matrix Standard(params string[] columns)
    {
        var data = TestData.Mall(columns);
        return Scaler.Fit(data, ScalingMethod.Standard).Transform(data);
    }
}
