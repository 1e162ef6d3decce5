using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class PasswordRulesTests(Site site) : IClassFixture<Site>
{
    private const string Words = "seven green kettles sing over the frozen lake while nobody at all is listening to them ";

    [Theory]
    [InlineData(12)]
    [InlineData(64)]
    [InlineData(128)]
    public async Task From_twelve_to_128_characters_are_taken(int length) => Assert.Null(await WhyNotAsync((Words + Words)[..length]));

    [Theory]
    [InlineData(0, "at least 12")]
    [InlineData(11, "at least 12")]
    [InlineData(129, "at most 128")]
    [InlineData(1 << 20, "at most 128")]
    public async Task Fewer_or_more_are_refused(int length, string why) => Assert.Contains(why, await WhyNotAsync(string.Concat(Enumerable.Repeat(Words, 1 + length / Words.Length))[..length]));

    [Theory]
    [InlineData("Fünf Möwen über Kiel")]
    [InlineData("🦆🐢🦉🐙 im Garten")]
    [InlineData("with\0a zero in it")]
    [InlineData("   blanks around   ")]
    public async Task Any_characters_will_do_and_every_one_counts(string password)
    {
        var user = new User { UserName = $"{Guid.NewGuid()}@example.com", Email = $"{Guid.NewGuid()}@example.com" };
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();

        Assert.True((await users.CreateAsync(user, password)).Succeeded);
        Assert.True(await users.CheckPasswordAsync(user, password));
        Assert.False(await users.CheckPasswordAsync(user, password.Trim('\0', ' ')[..^1]));
    }

    [Theory]
    [InlineData("              ", "at least 12")]
    [InlineData("password12345", "first that are tried")]
    [InlineData("my dashboard is blue", "dashboard")]
    [InlineData("lovelace rides a bike", "lovelace")]
    [InlineData("who is augusta then", "augusta")]
    public async Task What_is_easily_guessed_here_is_refused(string password, string why) =>
        Assert.Contains(why, await WhyNotAsync(password), StringComparison.OrdinalIgnoreCase);

    /// <summary>Refused means: before the costly hash is made.</summary>
    private async Task<string?> WhyNotAsync(string password)
    {
        var user = new User { UserName = "ada.lovelace@example.com", Email = "ada.lovelace@example.com", DisplayName = "Augusta King" };
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, password) is { Succeeded: false } refused)
            {
                Assert.False((await users.CreateAsync(user, password)).Succeeded);
                Assert.Null(user.PasswordHash);
                return refused.Errors.First().Description;
            }
        }
        return null;
    }
}
