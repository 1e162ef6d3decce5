namespace Dashboard.Tests.Access;

public sealed class PublicAddressTests
{
    [Fact]
    public async Task W10_a_link_begins_with_the_sites_own_address_whatever_the_request_says()
    {
        using var site = Site.With(null, ("PublicUrl", "https://shop.example"));
        var ada = await site.SignedInAsync();
        ada.Client.DefaultRequestHeaders.Host = "evil.example";
        ada.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");

        await ada.SubmitAsync("/people", "form:has(#Email)", ("Email", "new@example.com"), ("Role", "Viewer"));

        Assert.StartsWith("https://shop.example/choose-password/", (await ada.OpenAsync("/people")).QuerySelector(".copy code")!.TextContent);
    }

    [Fact]
    public async Task W10_a_site_that_knows_its_names_answers_to_no_other()
    {
        using var site = Site.With(null, ("AllowedHosts", "shop.example;localhost"));
        var client = site.Visitor().Client;

        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
        client.DefaultRequestHeaders.Host = "evil.example";
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await client.GetAsync("/sign-in")).StatusCode);
    }
}
