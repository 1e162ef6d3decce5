using Dashboard.Explore;

namespace Dashboard.Tests.Explore;

public sealed class CustomerAddressTests
{
    [Theory]
    [InlineData("C1", "/customers/C1")]
    [InlineData("a/b c?d#e", "/customers/a/b%20c%3Fd%23e")]
    [InlineData("100%", "/customers/100%25")]
    [InlineData("a/../b", "/customers?key=a%2F..%2Fb")]
    [InlineData(".", "/customers?key=.")]
    [InlineData("/a", "/customers?key=%2Fa")]
    [InlineData("a//b", "/customers?key=a%2F%2Fb")]
    [InlineData(@"a\b", "/customers?key=a%5Cb")]
    public void Every_key_has_an_address_that_a_browser_leaves_as_it_is(string key, string address)
    {
        Assert.Equal(address, CustomerAddress.Of(key));
        Assert.Equal(address, new Uri(new Uri("http://site"), address).PathAndQuery);
    }

    [Fact]
    public void An_encoded_slash_may_be_a_slash() => Assert.Equal(["a%2fb", "a/b"], CustomerAddress.Keys("a%2fb"));
}
