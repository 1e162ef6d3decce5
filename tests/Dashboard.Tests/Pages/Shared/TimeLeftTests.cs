using Dashboard.Pages.Shared;

namespace Dashboard.Tests.Pages.Shared;

public sealed class TimeLeftTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(10, 0.5, "about 10 seconds left")]
    [InlineData(10, 0.9, "a few seconds left")]
    [InlineData(60, 0.25, "about 3 minutes left")]
    [InlineData(1, 0.5, "")]
    [InlineData(10, 0.01, "")]
    [InlineData(10, 1, "")]
    public void It_is_told_from_what_was_done_so_far(int seconds, double progress, string said) =>
        Assert.Equal(said, TimeLeft.Of(Start, progress, Start.AddSeconds(seconds)));

    [Fact]
    public void What_has_not_begun_has_no_end() => Assert.Equal("", TimeLeft.Of(null, 0.5, Start));
}
