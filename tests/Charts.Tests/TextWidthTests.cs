namespace Charts.Tests;

/// <summary>Expected widths are advance widths read from Liberation Sans 2.1, in thousandths of an em.</summary>
public sealed class TextWidthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" ", 278)]
    [InlineData("0123456789", 5560)]
    [InlineData("iW", 222 + 944)]
    [InlineData("Segments", 667 + 4 * 556 + 833 + 278 + 500)]
    public void Regular_text_is_as_wide_as_its_letters(string text, double expected) =>
        Assert.Equal(expected, TextWidth.Of(text, 1000), 6);

    [Theory]
    [InlineData("0123456789", 5560)]
    [InlineData("iW", 278 + 944)]
    public void Bold_text_has_widths_of_its_own(string text, double expected) =>
        Assert.Equal(expected, TextWidth.Of(text, 1000, bold: true), 6);

    [Fact]
    public void Width_grows_with_the_size() => Assert.Equal(2 * TextWidth.Of("Ωmega", 11), TextWidth.Of("Ωmega", 22), 9);

    [Theory]
    [InlineData("é", "e")]
    [InlineData("Ö", "O")]
    [InlineData("Α", "A")]
    [InlineData("М", "M")]
    public void Letters_beyond_ASCII_are_as_wide_as_those_they_look_like(string letter, string like) =>
        Assert.Equal(TextWidth.Of(like, 1000), TextWidth.Of(letter, 1000));

    [Theory]
    [InlineData("漢", 1000)]
    [InlineData("한", 1000)]
    [InlineData("カ", 1000)]
    [InlineData("ع", 800)]
    [InlineData("🎉", 1400)]
    [InlineData("👩‍👩‍👧", 1400)]
    public void Other_scripts_are_measured_generously(string text, double expected) =>
        Assert.Equal(expected, TextWidth.Of(text, 1000));

    [Fact]
    public void Combining_marks_take_no_room() =>
        Assert.Equal(TextWidth.Of("e", 12), TextWidth.Of("e\u0301\u0302", 12));
}
