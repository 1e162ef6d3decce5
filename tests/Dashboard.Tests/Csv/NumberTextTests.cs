using System.Globalization;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-5", -5)]
    [InlineData("007", 7)]
    [InlineData("2.5", 2.5)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData(" 42 ", 42)]
    [InlineData("+42", 42)]
    [InlineData("1E5", 100_000)]
    [InlineData("1.5e-3", 0.0015)]
    [InlineData("1,234.56", 1234.56)]
    [InlineData("12,345,678", 12_345_678)]
    [InlineData("1 234.5", 1234.5)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234", 1234)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1’234.50", 1234.5)]
    [InlineData("€1.00", 1)]
    [InlineData("1.00 €", 1)]
    [InlineData("-$5.50", -5.5)]
    [InlineData("$-5.50", -5.5)]
    [InlineData("12 %", 12)]
    [InlineData("12%", 12)]
    [InlineData("(5.00)", -5)]
    [InlineData("($1,234.00)", -1234)]
    [InlineData("5-", -5)]
    [InlineData("\u22125", -5)]
    [InlineData("'-5", -5)]
    [InlineData("1000000000000000", 1e15)]
    public void A_number_with_points_is_read(string cell, double value)
    {
        Assert.True(NumberText.TryParse(cell, '.', out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("2,5", 2.5)]
    [InlineData("100,50", 100.5)]
    [InlineData("1.234,56", 1234.56)]
    [InlineData("1\u00A0234,50", 1234.5)]
    [InlineData("1 234,50 €", 1234.5)]
    [InlineData("1.234", 1234)]
    [InlineData("1,234", 1.234)]
    public void A_number_with_decimal_commas_is_read(string cell, double value)
    {
        Assert.True(NumberText.TryParse(cell, ',', out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("100,50", '.')]
    [InlineData("1.234,56", '.')]
    [InlineData("1,23,456", '.')]
    [InlineData("0,500", '.')]
    [InlineData("1234,567", '.')]
    [InlineData("1,234 567", '.')]
    [InlineData("2.5", ',')]
    [InlineData("1,234.56", ',')]
    public void What_could_be_read_in_two_ways_is_refused(string cell, char mark) => Assert.False(NumberText.TryParse(cell, mark, out _));

    [Theory]
    [InlineData("NaN", "not a finite number")]
    [InlineData("Infinity", "not a finite number")]
    [InlineData("-inf", "not a finite number")]
    [InlineData("∞", "not a finite number")]
    [InlineData("1e400", "not a finite number")]
    [InlineData("1e308", "larger than 1,000,000,000,000,000")]
    [InlineData("1000000000000001", "larger than 1,000,000,000,000,000")]
    [InlineData("100,50", "written with a decimal comma, this file has decimal points")]
    [InlineData("15k", "not a number")]
    public void A_refusal_has_a_reason(string cell, string reason)
    {
        Assert.False(NumberText.TryParse(cell, '.', out _));
        Assert.Equal(reason, NumberText.WhyNot(cell, '.'));
    }

    // Only the digits 0-9 count: other scripts' digits and full-width ones are refused in every culture.
    [Theory]
    [InlineData("٣")]
    [InlineData("１２")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1,234e5")]
    [InlineData("--5")]
    [InlineData("'5")]
    [InlineData("-5-")]
    [InlineData("(-5)")]
    [InlineData("$5%")]
    [InlineData("1.2.3")]
    [InlineData("1 2")]
    [InlineData("twelve")]
    public void What_is_not_a_number_is_refused(string cell) => Assert.False(NumberText.TryParse(cell, '.', out _));

    [Fact]
    public void Minus_zero_is_zero_and_the_smallest_number_stays_finite()
    {
        Assert.True(NumberText.TryParse("-0", '.', out var zero));
        Assert.True(NumberText.TryParse("-0.0e1", '.', out var other));
        Assert.False(double.IsNegative(zero) || double.IsNegative(other));
        Assert.True(NumberText.TryParse("1e-320", '.', out var tiny));
        Assert.Equal(1e-320, tiny);
        Assert.True(NumberText.TryParse("0.1234567890123456789012345678901234567890", '.', out var forty));
        Assert.Equal(0.12345678901234568, forty);
    }

    [Fact]
    public void The_fast_path_rounds_as_the_framework_does()
    {
        var random = new Random(42);
        for (var n = 0; n < 100_000; n++)
        {
            var text = ((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(1, 14))).ToString($"F{random.Next(0, 8)}", CultureInfo.InvariantCulture);
            Assert.True(NumberText.TryParse(text, '.', out var value), text);
            Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), value);
        }
    }
}
