using Dashboard.Runs;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Profiles;

namespace Dashboard.Tests.Runs;

public sealed class NicknamesTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    [Theory]
    [InlineData(1.5, -1.2, "Careful savers")]
    [InlineData(1.5, 1.2, "Premium shoppers")]
    [InlineData(0.1, 0.2, null)]
    public async Task The_library_knows_the_usual_profiles(double income, double spending, string? nickname) =>
        Assert.Equal(nickname, await AskAsync(n => n.OfAsync(Profile(("Annual Income (k$)", income), ("Spending Score", spending)))));

    [Fact]
    public async Task Of_several_that_fit_the_one_with_most_conditions_is_taken()
    {
        var problems = await AskAsync(n => n.SaveAsync("high income: Rich\nhigh income, low visits: Rich and rare\n"));
        Assert.Empty(problems);
        Assert.Equal("Rich and rare", await AskAsync(n => n.OfAsync(Profile(("Income", 2), ("Visits", -1)))));
        Assert.Equal("Rich", await AskAsync(n => n.OfAsync(Profile(("Income", 2), ("Visits", 0)))));
        await AskAsync(n => n.SaveAsync(""));
    }

    [Fact]
    public async Task A_line_that_is_not_understood_is_named_and_nothing_is_kept()
    {
        var problems = await AskAsync(n => n.SaveAsync("high income: Rich\nno colon\nlarge income: Rich"));

        Assert.Equal(2, problems.Count);
        Assert.StartsWith("Line 2: “no colon” has no colon", problems[0]);
        Assert.StartsWith("Line 3: “large income” is not understood", problems[1]);
        Assert.Equal(Nicknames.Library, await AskAsync(n => n.LinesAsync()));
    }

    [Fact]
    public async Task A_segment_can_be_called_by_its_nickname_with_a_click()
    {
        var ada = await site.SignedInAsync();
        Assert.Empty(await AskAsync(n => n.SaveAsync($"high income: Crowd pullers\nlow income: Crowd followers")));
        var path = $"/segments/{site.SegmentIds[0]}";

        await ada.SubmitAsync(path, "form[action*=Nickname]");

        Assert.Contains("Crowd ", (await ada.OpenAsync(path)).QuerySelector("h1")!.TextContent);
    }

    private async Task<T> AskAsync<T>(Func<Nicknames, Task<T>> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Nicknames>());
    }

    /// <summary>Ten here, ten others, the given effects apart.</summary>
    private static SegmentProfile Profile(params (string Label, double Effect)[] features) => new(0, 10, 0.5,
        [.. features.Select(f => new FeatureProfile(f.Label, f.Label, null, true, 10, 50 + f.Effect, 1, 0, 50, 100, 50, 1, 50, f.Effect, f.Effect, Math.Abs(f.Effect) >= FeatureProfile.MarkerEffect))], []);
}
