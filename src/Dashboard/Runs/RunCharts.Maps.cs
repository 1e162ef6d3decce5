using Charts;
using Dashboard.Data;

namespace Dashboard.Runs;

/// <summary>Customers placed by all features at once.</summary>
public sealed partial class RunCharts
{
    private const string AllEqual = "All customers of this run have the same values: there is nothing to spread out.";

    private async Task<Drawing> PlaneAsync(Run run)
    {
        if (await maps.PlaneAsync(run) is not { } plane)
        {
            return new(null, Gone);
        }
        if (plane.Columns.Count < 2)
        {
            return new(null, $"This run compares customers by {plane.Columns[0]} alone, and a plane needs two features. Its histogram shows all there is.");
        }
        if (plane.Found.Variances[0] <= 0)
        {
            return new(null, plane.Segments.Length == 1 ? "This run has a single customer: there is nobody to compare with." : AllEqual);
        }
        var shares = plane.Found.Shares;
        var scatter = new Scatter("Map by principal axes", "Each mark is a customer, placed along the two directions in which customers differ most.",
            $"Axis 1 ({Figure.Share(shares[0])} of the differences)", $"Axis 2 ({Figure.Share(shares[1])} of the differences)",
            Series(run, BySegment(plane.Segments, plane.Positions), true));
        return new(scatter with { Hulls = true }, RunReading.OfPlane(plane));
    }

    private async Task<Drawing> MapAsync(Run run)
    {
        if (await maps.PlaneAsync(run) is not { } plane)
        {
            return new(null, Gone);
        }
        if (plane.Segments.Length < 4 || plane.Found.Variances[0] <= 0)
        {
            return new(null, plane.Segments.Length < 4 ? "A map of neighbours needs at least four customers." : AllEqual);
        }
        var map = (await maps.MapAsync(run))!;
        return new(new Scatter("Map of neighbours (t-SNE)", "Each mark is a customer; those who are alike in all features lie near each other.",
            "Map, across (no unit)", "Map, up (no unit)", Series(run, BySegment(map.Segments, map.Positions), true)), RunReading.OfMap(map));
    }
}
