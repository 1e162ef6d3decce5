using System.Net;
using Dashboard.Access;
using Dashboard.Tests.Demo;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Access;

/// <summary>When the first person has to show that they can read what the site printed.</summary>
public sealed class SetUpTokenTests
{
    [Theory]
    [InlineData(false, null, true)]
    [InlineData(true, null, false)]
    [InlineData(true, "http://localhost:5080;http://127.0.0.1:5081;http://[::1]:5082", false)]
    [InlineData(true, "http://localhost:5080;https://0.0.0.0:5443", true)]
    [InlineData(true, "https://*:5443", true)]
    [InlineData(true, "https://shop.example", true)]
    public void It_is_spared_in_the_demo_on_this_machine_alone(bool demo, string? urls, bool needed) =>
        Assert.Equal(needed, Token(demo, urls).IsNeeded(From("localhost")));

    [Theory]
    [InlineData("localhost", null, false)]
    [InlineData("127.0.0.1", null, false)]
    [InlineData("[::1]", null, false)]
    [InlineData("shop.example", null, true)]
    [InlineData("localhost.evil.example", null, true)]
    [InlineData("localhost", "X-Forwarded-For", true)]
    [InlineData("localhost", "x-forwarded-host", true)]
    [InlineData("localhost", "Forwarded", true)]
    public void It_is_needed_by_who_comes_through_a_proxy_or_by_another_name(string host, string? header, bool needed)
    {
        var token = Token(demo: true, null);

        Assert.Equal(needed, token.IsNeeded(From(host, header)));
        Assert.Equal(!needed, token.Accepts(null, From(host, header)));
        Assert.True(token.Accepts(token.Value, From(host, header)));
    }

    [Theory]
    [InlineData("localhost", null, false, HttpStatusCode.Redirect)]
    [InlineData("shop.example", null, true, HttpStatusCode.Forbidden)]
    [InlineData("localhost", "192.0.2.1", true, HttpStatusCode.Forbidden)]
    public async Task The_page_asks_for_it_where_it_is_needed_and_lets_nobody_in_without(string host, string? forwarded, bool asked, HttpStatusCode answered)
    {
        using var site = new DemoSite();
        var client = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri($"http://{host}") });
        if (forwarded is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        }
        var visitor = new Visitor(client);

        var page = await visitor.OpenAsync("/set-up");
        var answer = await visitor.SubmitAsync("/set-up", "form", ("Email", "first@example.com"), ("Password", Site.Password));

        Assert.Equal(asked, page.QuerySelector("#Token") is not null);
        Assert.Equal(answered, answer.StatusCode);
    }

    private static SetUpToken Token(bool demo, string? urls) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Demo", demo.ToString()), new("urls", urls)]).Build());

    private static DefaultHttpContext From(string host, string? header = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host);
        if (header is not null)
        {
            http.Request.Headers[header] = "192.0.2.1";
        }
        return http;
    }
}
