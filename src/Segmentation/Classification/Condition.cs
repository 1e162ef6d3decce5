using System.Globalization;
using Segmentation.Profiles;

namespace Segmentation.Classification;

/// <summary>A feature's values from AtLeast (inclusive) to Below (exclusive), in the feature's units; null is open, and one of them is not.</summary>
public sealed record Condition(NumberColumn Feature, double? AtLeast, double? Below)
{
    /// <summary>As in "Income ≥ 70 k$" or "Age ≥ 30 and Age &lt; 40".</summary>
    public string Text => Write(Feature.Label, "≥", Feature.Unit is null ? "" : $" {Feature.Unit}", " and ");

    /// <summary>As in "Age" >= 30 AND "Age" &lt; 40, the name quoted as standard SQL has it.</summary>
    public string Sql => Write($"\"{Feature.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", ">=", "", " AND ");

    private string Write(string name, string atLeast, string unit, string and)
    {
        string[] sides = [.. Side(AtLeast, atLeast), .. Side(Below, "<")];
        return string.Join(and, sides);

        string[] Side(double? bound, string comparison) => bound is { } value ? [$"{name} {comparison} {Number(value)}{unit}"] : [];
    }

    // Without an exponent where that reads back as the same number.
    private static string Number(double value)
    {
        string plain = value.ToString("0.################", CultureInfo.InvariantCulture);
        return double.Parse(plain, CultureInfo.InvariantCulture) == value ? plain : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
