using Dashboard.Access;

namespace Dashboard.Tests.Access;

public sealed class CommonPasswordsTests
{
    [Fact]
    public void There_are_thousands_and_none_is_too_short_to_be_chosen_anyway()
    {
        Assert.True(CommonPasswords.All.Count >= 3000, $"Only {CommonPasswords.All.Count}");
        Assert.All(CommonPasswords.All, password => Assert.True(password.Length >= 12, password));
    }

    [Theory]
    [InlineData("password12345")]
    [InlineData("Password2026!")]
    [InlineData("P4ssw0rdP4ssw0rd")]
    [InlineData("welcome123456")]
    [InlineData("sunshinemonkey")]
    [InlineData("iloveyou1234567890")]
    [InlineData("I love you forever")]
    [InlineData("qwertyuiopas")]
    [InlineData("poiuytrewqlk")]
    [InlineData("1qaz2wsx3edc4rfv")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("tulip7tulip7tulip7")]
    public void What_everybody_tries_first_is_known(string password) => Assert.True(CommonPasswords.Contain(password));

    [Theory]
    [InlineData(Site.Password)]
    [InlineData("Seven green kettles")]
    [InlineData("x9#kq2vTzp0w")]
    [InlineData("password of my aunt")]
    [InlineData("Fünf Möwen über Kiel")]
    [InlineData("正しい馬電池ホチキス安全第一")]
    public void What_nobody_else_has_is_not(string password) => Assert.False(CommonPasswords.Contain(password));
}
