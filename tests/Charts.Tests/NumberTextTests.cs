using System.Globalization;

namespace Charts.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.12345, "0.1235")]
    [InlineData(12.345, "12.35")]
    [InlineData(123.45, "123.5")]
    [InlineData(-1234.5, "−1,235")]
    [InlineData(1234567.8, "1,234,568")]
    [InlineData(1e15, "1e15")]
    [InlineData(2.5e-7, "2.5e-7")]
    public void A_number_has_about_four_digits(double value, string expected) => Assert.Equal(expected, NumberText.Of(value));

    [Theory]
    [InlineData(0.004, "0.4 %")]
    [InlineData(0.545, "54.5 %")]
    [InlineData(0.455, "45.5 %")]
    [InlineData(0.0994, "9.9 %")]
    [InlineData(1, "100 %")]
    [InlineData(0, "0 %")]
    public void A_share_is_a_percentage(double share, string expected) => Assert.Equal(expected, NumberText.Percent(share));

    [Theory]
    [InlineData(1.24, "+1.2")]
    [InlineData(-0.4, "−0.4")]
    [InlineData(-0.04, "0.0")]
    [InlineData(0, "0.0")]
    public void A_deviation_shows_its_sign_unless_it_is_nothing(double value, string expected) => Assert.Equal(expected, NumberText.WithSign(value));

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        var before = Svg.Write(Gallery.Charts["heatmap"].Draw(640, 380));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("12.35", NumberText.Of(12.345));
            Assert.Equal(before, Svg.Write(Gallery.Charts["heatmap"].Draw(640, 380)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
