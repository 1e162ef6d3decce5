using Dashboard.Privacy;

namespace Dashboard.Tests.Privacy;

public sealed class PseudonymsTests
{
    [Theory]
    [InlineData(" Ada@Example.COM ", "ada@example.com")]
    [InlineData("Ada+news+more@example.com", "ada@example.com")]
    [InlineData("+ada@example.com", "+ada@example.com")]
    [InlineData("C+1", "c+1")]
    [InlineData("ada@example.com+x", "ada@example.com+x")]
    [InlineData("E\u0301va-1", "éva-1")]
    public void An_address_loses_case_blanks_and_tag_and_a_key_keeps_its_signs(string text, string normal) => Assert.Equal(normal, Pseudonyms.Normal(text));
}
