using System.Net;

namespace Dashboard.Tests.Access;

public sealed class CrossSiteTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string> Forms => ["/", "/datasets/new", "/runs/new", "/sign-in", "/sign-in/code", "/sign-out", "/set-up", "/choose-password/x", "/account", "/account/second-factor", "/people", "/people/1"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_without_its_token_is_refused(string path)
    {
        var ada = await site.SignedInAsync();

        var answer = await ada.PostAsync(path, ("name", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_is_good_for_the_person_alone_whom_it_was_given_to()
    {
        var viewer = await site.SignedInAsync(Dashboard.Access.Roles.Viewer);
        var ada = await site.SignedInAsync();
        var token = await viewer.TokenAsync("/datasets/new");

        var answer = await ada.PostAsync("/?handler=Sample", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_that_comes_from_another_site_is_refused_even_with_a_token(string header, string value)
    {
        var ada = await site.SignedInAsync();
        var request = await SampleAsync(ada);
        request.Headers.Add(header, value);

        var answer = await ada.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This form was sent from another site.", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_of_the_sites_own_pages_is_taken()
    {
        var ada = await site.SignedInAsync();
        var request = await SampleAsync(ada);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", "http://localhost");

        Assert.Equal(HttpStatusCode.Redirect, (await ada.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    public async Task Pages_are_opened_and_posted_and_nothing_else(string method)
    {
        var answer = await (await site.SignedInAsync()).Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/datasets"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task No_other_site_is_allowed_to_read_an_answer()
    {
        var request = new HttpRequestMessage(HttpMethod.Options, "/api/v1/datasets");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        var answer = await site.Api().SendAsync(request);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.IsSuccessStatusCode);
    }

    private static async Task<HttpRequestMessage> SampleAsync(Visitor visitor) => new(HttpMethod.Post, "/?handler=Sample")
    {
        Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", await visitor.TokenAsync("/datasets/new"))]),
    };
}
