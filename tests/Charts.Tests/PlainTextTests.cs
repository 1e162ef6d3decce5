using System.Xml;

namespace Charts.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Regulars", "Regulars")]
    [InlineData("  two \t lines\r\nhere  ", "two lines here")]
    [InlineData("a\u0000b\u0001c\u001fd\u007fe", "abcde")]
    [InlineData("a\ufffeb\uffffc", "abc")]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301!", "e\u0301\u0301\u0301!")]
    [InlineData("\u202eabc\u2066d\u200be", "abcde")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    public void What_cannot_be_drawn_is_left_out(string text, string expected) => Assert.Equal(expected, PlainText.Clean(text));

    [Fact]
    public void Lone_surrogates_are_left_out()
    {
        Assert.Equal("ab", PlainText.Clean("a\ud800b\udc00"));
        Assert.Equal("", PlainText.Clean("\udc00\ud800"));
    }

    [Fact]
    public void Nothing_stays_nothing() => Assert.Equal("", PlainText.Clean(null));

    [Fact]
    public void Endless_names_end() => Assert.InRange(PlainText.Clean(new string('x', 100_000)).Length, 400, 401);

    [Fact]
    public void Every_single_character_becomes_something_that_XML_allows()
    {
        for (var c = 0; c <= 0xFFFF; c++)
            XmlConvert.VerifyXmlChars(PlainText.Clean(((char)c).ToString()));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing() =>
        Assert.All(Hostile.Names, name => Assert.Equal(PlainText.Clean(name), PlainText.Clean(PlainText.Clean(name))));
}
