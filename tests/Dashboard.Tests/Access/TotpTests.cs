using System.Text;
using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class TotpTests
{
    /// <summary>RFC 6238, appendix B, whose codes have two digits more in front.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    /// <summary>RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("MY", "f")]
    [InlineData("MZXQ", "fo")]
    [InlineData("MZXW6", "foo")]
    [InlineData("MZXW6YQ", "foob")]
    [InlineData("MZXW6YTB", "fooba")]
    [InlineData("MZXW6YTBOI", "foobar")]
    public void Keys_are_read_from_base_32(string text, string key) => Assert.Equal(Encoding.ASCII.GetBytes(key), Totp.KeyOf(text));
}
