using System.Globalization;
using System.Text;
using Dashboard.Api;

namespace Dashboard.Tests.Api;

public sealed class NineDecimalsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(0.5, "0.5")]
    [InlineData(0.98, "0.98")]
    [InlineData(1.0 / 3, "0.333333333")]
    [InlineData(2.0 / 3, "0.666666667")]
    [InlineData(0.9999999999, "1")]
    [InlineData(120.05, "120.05")]
    [InlineData(8999999.0000000012, "8999999.000000002")]
    public void Numbers_have_nine_decimals_at_most(double value, string text) => Assert.Equal(text, TextOf(value));

    [Theory]
    [InlineData(-0.25)]
    [InlineData(1e-9)]
    [InlineData(0.00099999999999)]
    [InlineData(9e6)]
    [InlineData(123456789.12345678)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    public void Numbers_out_of_its_reach_keep_every_digit(double value) =>
        Assert.Equal(value, double.Parse(TextOf(value), CultureInfo.InvariantCulture));

    [Fact]
    public void What_was_written_reads_back_within_half_of_the_last_decimal()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var value = random.NextDouble() * Math.Pow(10, random.Next(-4, 8));
            Assert.Equal(value, double.Parse(TextOf(value), CultureInfo.InvariantCulture), 0.5e-9 + value * 1e-15);
        }
    }

    private static string TextOf(double value)
    {
        Span<byte> text = stackalloc byte[NineDecimals.Longest];
        return Encoding.ASCII.GetString(text[..NineDecimals.Write(value, text)]);
    }
}
