using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("  Anna ", "Anna")]
    [InlineData("e\u0301", "é")]
    [InlineData("a\0b\u000Bc\uFFFE", "abc")]
    [InlineData("two\r\nlines", "two\r\nlines")]
    [InlineData("'=1+1", "=1+1")]
    [InlineData("'-5", "-5")]
    [InlineData("'＝1", "＝1")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("''=1", "'=1")]
    [InlineData("'", "'")]
    public void A_text_is_stored_clean(string cell, string stored) => Assert.Equal(stored, CellText.Clean(cell));

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", CellText.Clean("a\uD800b"));

    [Fact]
    public void A_long_pile_of_accents_is_composed_in_good_time()
    {
        var zalgo = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 16_000));
        Assert.True(CellText.Clean(zalgo).IsNormalized(NormalizationForm.FormC));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("?", true)]
    [InlineData("'-", true)]
    [InlineData("-", true)]
    [InlineData("N/A", true)]
    [InlineData("na", true)]
    [InlineData("NULL", true)]
    [InlineData("None", true)]
    [InlineData(" NaN ", true)]
    [InlineData("#N/A", true)]
    [InlineData("#VALUE!", true)]
    [InlineData("#DIV/0!", true)]
    [InlineData("#REF!", true)]
    [InlineData("#NAME?", true)]
    [InlineData("#", false)]
    [InlineData("0", false)]
    [InlineData("Nancy", false)]
    [InlineData("no", false)]
    [InlineData("--", false)]
    public void A_missing_word_is_missing(string cell, bool missing) => Assert.Equal(missing, Missing.Is(cell));
}
