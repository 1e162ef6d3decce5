using System.Net;

namespace Dashboard.Tests.Access;

public sealed class SessionLengthTests : IDisposable
{
    private readonly ClockedSite _site = new();
    private readonly DateTimeOffset _begun;

    public SessionLengthTests() => _begun = _site.Time.Now;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_ends_eight_hours_after_the_last_request()
    {
        var ada = await _site.SignedInAsync();

        Assert.True(await IsInAsync(ada, TimeSpan.FromHours(8)));
        Assert.True(await IsInAsync(ada, TimeSpan.FromHours(16)));
        Assert.False(await IsInAsync(ada, TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task It_ends_seven_days_after_its_beginning_however_busy_it_was()
    {
        var ada = await _site.SignedInAsync();

        await StayAsync(ada, 0, 168);
        Assert.True(await IsInAsync(ada, TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1)));
        Assert.False(await IsInAsync(ada, TimeSpan.FromDays(7)));
    }

    [Fact]
    public async Task A_new_password_keeps_the_session_but_does_not_make_it_longer()
    {
        var ada = await _site.SignedInAsync();
        await StayAsync(ada, 0, 140);

        await ada.SubmitAsync("/account", "form[action$='Password']", ("present", Site.Password), ("wished", "four other words entirely"));

        await StayAsync(ada, 140, 168);
        Assert.False(await IsInAsync(ada, TimeSpan.FromDays(7)));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_keeps_nobody_in_who_was_put_out()
    {
        var ada = await _site.SignedInAsync();
        await (await _site.SignedInAsync()).SubmitAsync("/account", "form[action*='handler=Everywhere']");

        Assert.False(await IsInAsync(ada, TimeSpan.FromHours(-1)));
    }

    private async Task StayAsync(Visitor visitor, int from, int to)
    {
        for (var hour = from; hour < to; hour += 7)
        {
            Assert.True(await IsInAsync(visitor, TimeSpan.FromHours(hour)));
        }
    }

    private async Task<bool> IsInAsync(Visitor visitor, TimeSpan after)
    {
        _site.Time.Now = _begun + after;
        return (await visitor.Client.GetAsync("/account")).StatusCode == HttpStatusCode.OK;
    }
}
