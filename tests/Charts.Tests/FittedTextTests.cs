namespace Charts.Tests;

public sealed class FittedTextTests
{
    [Fact]
    public void Text_that_fits_stays() => Assert.Equal("Regulars", FittedText.Shorten("Regulars", 100, 12));

    [Fact]
    public void Text_that_does_not_fit_ends_in_an_ellipsis_and_fits_then()
    {
        foreach (var name in Hostile.Names.Select(PlainText.Clean))
            for (var width = 0.0; width < 200; width += 7)
                Assert.True(TextWidth.Of(FittedText.Shorten(name, width, 12), 12) <= width);
    }

    [Fact]
    public void Where_nothing_fits_nothing_is_left() => Assert.Equal("", FittedText.Shorten("Regulars", 3, 12));

    [Fact]
    public void A_letter_and_its_marks_are_never_parted()
    {
        var shortened = FittedText.Shorten("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 40, 12);
        Assert.Equal("e\u0301e\u0301e\u0301e\u0301…", shortened);
    }

    [Fact]
    public void Lines_break_at_blanks()
    {
        var text = FittedText.Wrap("High income, high spending", 80, 12, 2);
        Assert.Equal(["High income,", "high spending"], text.Lines);
        Assert.False(text.Cut);
    }

    [Fact]
    public void The_last_line_is_cut_where_text_is_left_over()
    {
        var text = FittedText.Wrap("one two three four five six seven", 60, 12, 2);
        Assert.Equal(["one two", "three fou…"], text.Lines);
        Assert.True(text.Cut);
    }

    [Fact]
    public void A_word_wider_than_a_line_is_broken_inside()
    {
        var text = FittedText.Wrap("高收入低消費的客戶", 48, 12, 3);
        Assert.Equal(["高收入低", "消費的客", "戶"], text.Lines);
        Assert.False(text.Cut);
    }

    [Theory]
    [InlineData("TotalCharges", "Total", "Charges")]
    [InlineData("Months_Inactive", "Months_", "Inactive")]
    public void A_word_of_parts_is_broken_where_they_meet(string word, string first, string second) =>
        Assert.Equal([first, second], FittedText.Wrap(word, 60, 12, 3).Lines);

    [Fact]
    public void No_text_has_no_lines() => Assert.Empty(FittedText.Wrap("", 100, 12, 2).Lines);
}
