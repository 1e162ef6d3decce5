using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

public sealed class FigureTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(0.12345, "0.123")]
    [InlineData(1.2345, "1.23")]
    [InlineData(12.345, "12.3")]
    [InlineData(12.0, "12")]
    [InlineData(123.45, "123.5")]
    [InlineData(1234.5, "1,235")]
    [InlineData(-1234567, "-1,234,567")]
    [InlineData(0.00012345, "1.235e-4")]
    [InlineData(1.5e15, "1.5e15")]
    public void A_figure_is_rounded_for_people(double value, string shown) => Assert.Equal(shown, Figure.Text(value));

    [Theory]
    [InlineData(0.405, "40.5 %")]
    [InlineData(1, "100 %")]
    [InlineData(1 / 3.0, "33.3 %")]
    [InlineData(0, "0 %")]
    [InlineData(0.0004, "under 0.1 %")]
    [InlineData(0.0006, "0.1 %")]
    public void A_share_is_shown_in_per_cent(double share, string shown) => Assert.Equal(shown, Figure.Share(share));
}
