using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class YesNoTests
{
    [Theory]
    [InlineData("yes", true)]
    [InlineData(" JA ", true)]
    [InlineData("igen", true)]
    [InlineData("Sí", true)]
    [InlineData("1", true)]
    [InlineData("subscribed", true)]
    [InlineData("no", false)]
    [InlineData("perhaps", false)]
    [InlineData(null, false)]
    public void What_is_not_plainly_a_yes_agrees_to_nothing(string? text, bool agrees)
    {
        Assert.Equal(agrees, YesNo.IsYes(text));
        Assert.Equal(!agrees, YesNo.LeavesOut(ColumnRole.OptIn, text));
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("oui", true)]
    [InlineData("2025-05-01", true)]
    [InlineData("unsubscribed", true)]
    [InlineData("Nein", false)]
    [InlineData("0", false)]
    [InlineData("subscribed", false)]
    [InlineData(null, false)]
    public void What_is_not_plainly_a_no_objects_unless_nothing_was_said(string? text, bool objects) =>
        Assert.Equal(objects, YesNo.LeavesOut(ColumnRole.OptOut, text));

    [Fact]
    public void Other_columns_leave_nobody_out() => Assert.False(YesNo.LeavesOut(ColumnRole.Consent, "no"));
}
