using System.Globalization;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CultureTests
{
    [Theory]
    [InlineData("hu-HU")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void The_culture_changes_nothing(string culture)
    {
        using var file = new CsvOnDisk("customer_id;INCOME;Spend;since;gIrlfriend\n1;1.234,50;2,5;31/12/2024 8:26 PM;I\n2;100,50;3;01/02/2025;ı\n");
        var expected = Everything(file);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Everything(file));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<string> Everything(CsvOnDisk file)
    {
        var numbers = new[] { "1.234,50", "12 %", "1e400" }.Select(c => NumberText.TryParse(c, ',', out var v) ? v.ToString("R", CultureInfo.InvariantCulture) : NumberText.WhyNot(c, ','));
        var guesses = ColumnDetection.Guess(file.Path, file.Format).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name} {g.Role} {g.DateOrder} {g.Confidence} {g.Reason}"));
        return [file.Format.ToString(), .. file.Records(), .. numbers, .. guesses];
    }
}
