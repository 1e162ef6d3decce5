using System.Net;
using Dashboard.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

public sealed class FirstAccessTests : IDisposable
{
    private readonly Site _site = Site.With(null, ("Access:BootstrapAdmin:Email", ""));

    private string Token => _site.Services.GetRequiredService<SetUpToken>().Value;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_site_without_people_leads_to_the_set_up_page()
    {
        var answer = await _site.Visitor().Client.GetAsync("/sign-in");

        Assert.Equal("/set-up", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guess")]
    public async Task A_wrong_token_makes_nobody(string token)
    {
        var answer = await SetUpAsync(("Token", token));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("Password", "short")]
    [InlineData("Password", "")]
    [InlineData("Email", "")]
    public async Task Without_an_address_or_a_long_password_nobody_is_made(string field, string value)
    {
        var answer = await SetUpAsync((field, value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("problem", await answer.Content.ReadAsStringAsync());
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_right_token_makes_an_administrator_signs_them_in_and_closes_the_page()
    {
        var visitor = _site.Visitor();
        var answer = await SetUpAsync(visitor);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        await visitor.OpenAsync("/datasets");
        Assert.Equal(HttpStatusCode.NotFound, (await _site.Visitor().Client.GetAsync("/set-up")).StatusCode);
        await _site.UseAsync(async db => Assert.Equal(Roles.Administrator, await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id select role.Name).SingleAsync()));
    }

    [Fact]
    public async Task Of_many_who_set_up_at_once_one_becomes_administrator()
    {
        var visitors = Enumerable.Range(0, 6).Select(_ => _site.Visitor()).ToList();
        var tokens = await Task.WhenAll(visitors.Select(v => v.TokenAsync("/set-up")));

        await Task.WhenAll(visitors.Select((v, i) => v.PostAsync("/set-up", ("__RequestVerificationToken", tokens[i]), ("Token", Token), ("Email", $"p{i}@example.com"), ("Password", Site.Password))));

        Assert.Equal(1, await CountAsync());
        await _site.UseAsync(async db => Assert.Equal(1, await db.UserRoles.CountAsync()));
    }

    private Task<HttpResponseMessage> SetUpAsync(params (string Name, string Value)[] changes) => SetUpAsync(_site.Visitor(), changes);

    private Task<HttpResponseMessage> SetUpAsync(Visitor visitor, params (string Name, string Value)[] changes)
    {
        (string Name, string Value)[] right = [("Token", Token), ("Email", "first@example.com"), ("Password", Site.Password)];
        return visitor.SubmitAsync("/set-up", "form", [.. right.Select(r => changes.FirstOrDefault(c => c.Name == r.Name, r))]);
    }

    private async Task<int> CountAsync()
    {
        var count = -1;
        await _site.UseAsync(async db => count = await db.Users.CountAsync());
        return count;
    }
}
