namespace Charts;

/// <summary>Rows of a readable height: as the sheet allows, but never too low for their names nor sprawling.</summary>
internal static class Rows
{
    internal const double NoRows = 80;
    private const double Lowest = 26;
    private const double Highest = 44;

    internal static BandScale Of(int count, double top, double height, double least)
    {
        var lowest = Math.Max(Lowest, least);
        return new(count, top, top + count * Math.Clamp(height / count, lowest, Math.Max(lowest, Highest)));
    }
}
