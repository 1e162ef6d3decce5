using System.Diagnostics;
using System.Net;
using Dashboard.Access;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Access;

public sealed class SignInLimitsTests
{
    private static readonly IPAddress Office = IPAddress.Parse("192.0.2.1");

    [Fact]
    public void The_eleventh_attempt_from_one_address_within_a_minute_has_to_wait()
    {
        using var limits = Limits();

        Assert.All(Enumerable.Range(0, 10), i => Assert.Null(limits.WaitFor(Office, $"p{i}@example.com")));
        Assert.Equal(TimeSpan.FromMinutes(1), limits.WaitFor(Office, "p10@example.com"));
        Assert.Null(limits.WaitFor(IPAddress.Parse("192.0.2.2"), "p10@example.com"));
    }

    [Fact]
    public void The_thirty_first_attempt_on_one_account_within_an_hour_has_to_wait_wherever_it_comes_from()
    {
        using var limits = Limits();

        Assert.All(Enumerable.Range(0, 30), i => Assert.Null(limits.WaitFor(IPAddress.Parse($"198.51.100.{i}"), "ada@example.com")));
        Assert.Equal(TimeSpan.FromMinutes(10), limits.WaitFor(IPAddress.Parse("198.51.100.99"), " ADA@example.com"));
        Assert.Null(limits.WaitFor(IPAddress.Parse("198.51.100.99"), "grace@example.com"));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff:1", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    public void A_household_counts_as_one_address(string first, string second, bool alike)
    {
        using var limits = Limits(perMinute: 1);
        limits.WaitFor(IPAddress.Parse(first), "ada@example.com");

        Assert.Equal(alike, limits.WaitFor(IPAddress.Parse(second), "grace@example.com") is not null);
    }

    [Theory]
    [InlineData(Site.Email)]
    [InlineData("nobody@example.com")]
    public async Task Who_tries_too_often_sees_a_page_that_says_how_long_to_wait(string email)
    {
        using var site = Site.With(null, ("Access:SignInsPerMinute", "3"));
        var visitor = site.Visitor();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync(email, "wrong")).StatusCode);
        }

        var answer = await visitor.SignInAsync(email);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("60", answer.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Try again in a minute", await Visitor.TextAsync(answer));
    }

    [Fact]
    public async Task Who_says_to_come_from_elsewhere_is_counted_all_the_same()
    {
        using var site = Site.With(null, ("Access:SignInsPerMinute", "3"));
        var visitor = site.Visitor();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            visitor.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            answers.Add((await visitor.SignInAsync($"p{i}@example.com", "wrong")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task A_flood_of_attempts_is_turned_away_while_the_pages_answer()
    {
        using var site = Site.With(null, ("Access:SignInsPerMinute", "100000"));
        var (ada, stranger) = (await site.SignedInAsync(), site.Visitor());
        var token = await stranger.TokenAsync("/sign-in");

        var flood = Enumerable.Range(0, 100).Select(i => stranger.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("Email", $"p{i}@example.com"), ("Password", "wrong wrong wrong"))).ToList();
        var waits = new List<TimeSpan>();
        for (var clock = Stopwatch.StartNew(); waits.Count < 20; clock.Restart())
        {
            await ada.OpenAsync("/datasets");
            waits.Add(clock.Elapsed);
        }
        var answers = await Task.WhenAll(flood);

        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{answer.StatusCode}"));
        var turnedAway = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.InRange(turnedAway.Count, 40, 90);
        Assert.All(turnedAway, answer => Assert.Equal("5", answer.Headers.GetValues("Retry-After").Single()));
        Assert.InRange(waits.Order().ElementAt(10), TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    private static SignInLimits Limits(int? perMinute = null) => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Access:SignInsPerMinute", perMinute?.ToString())]).Build());
}
