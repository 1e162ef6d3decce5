using Dashboard.Data;

namespace Dashboard.Tests.Data;

public sealed class KeysSeenTests
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("CUST-{0:D9}")]
    [InlineData("{0:X8}@example.com")]
    public void Of_two_million_keys_each_is_new_once(string form)
    {
        var keys = new KeysSeen();
        var unknown = 0;
        for (var i = 0; i < 2_000_000; i++)
        {
            unknown += keys.Add(string.Format(null, form, i)) ? 0 : 1;
        }

        Assert.InRange(unknown, 0, 5);
        for (var i = 0; i < 2_000_000; i += 1000)
        {
            Assert.False(keys.Add(string.Format(null, form, i)));
        }
    }
}
