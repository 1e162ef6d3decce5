using System.Globalization;
using System.Text;

namespace Dashboard.Tests;

/// <summary>Made-up customers with as many clear groups as a test needs.</summary>
internal static class Shoppers
{
    /// <summary>Three who earn little and spend little, three who earn much and spend much, one in between without an income.</summary>
    public const string TwoGroups =
        """
        Customer ID,Gender,Income (k$),Spending
        A1,Female,10,11
        A2,Male,11,10
        A3,Female,12,12
        B1,Male,90,91
        B2,Female,91,90
        B3,Female,92,92
        C1,Male,,50

        """;

    public static readonly string[] Features = ["Income (k$)", "Spending"];

    /// <summary>Customers C1, C2, … round three places, the same for the same seed.</summary>
    public static string Many(int customers, int seed = 1)
    {
        var random = new Random(seed);
        var csv = new StringBuilder("Customer ID,City,Age,Income (k$),Spending\n");
        for (var i = 1; i <= customers; i++)
        {
            var (income, spending) = (i % 3) switch { 0 => (20, 80), 1 => (80, 80), _ => (50, 20) };
            csv.Append(CultureInfo.InvariantCulture, $"C{i},City {i % 7},{random.Next(18, 80)},{income + random.NextDouble() * 10:0.###},{spending + random.NextDouble() * 10:0.###}\n");
        }
        return csv.ToString();
    }
}
