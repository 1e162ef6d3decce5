using System.Net;

namespace Dashboard.Tests.Access;

public sealed class ApiKeysTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Without_a_key_the_api_says_how_to_send_one()
    {
        var answer = await site.Visitor().Client.GetAsync("/api/v1/datasets");

        var problem = await answer.JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Authorization: Bearer", problem.Text("detail"));
    }

    [Fact]
    public async Task A_key_without_the_scope_is_told_so()
    {
        var reader = await site.ApiWithScopesAsync("read");

        var problem = await reader.PostJsonAsync("/runs", new { datasetId = 1 }, HttpStatusCode.Forbidden);

        Assert.Contains("scope", problem.Text("detail"));
    }

    [Fact]
    public async Task A_key_may_have_several_scopes()
    {
        var key = await site.ApiWithScopesAsync("read export");

        Assert.Equal(HttpStatusCode.OK, (await key.GetAsync("/api/v1/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await key.GetAsync("/api/v1/runs/7/assignments.csv")).StatusCode);
    }

    [Fact]
    public async Task A_revoked_or_expired_key_is_refused()
    {
        var revoked = await site.ApiWithScopesAsync("read", key => key.RevokedAt = DateTime.UtcNow);
        var expired = await site.ApiWithScopesAsync("read", key => key.ExpiresAt = DateTime.UtcNow.AddSeconds(-1));
        var lasting = await site.ApiWithScopesAsync("read", key => key.ExpiresAt = DateTime.UtcNow.AddHours(1));

        Assert.Equal(HttpStatusCode.Unauthorized, (await revoked.GetAsync("/api/v1/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await expired.GetAsync("/api/v1/datasets")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await lasting.GetAsync("/api/v1/datasets")).StatusCode);
    }

    [Theory]
    [InlineData("Bearer the-tests-own-bootstrap-key-012345678")]
    [InlineData("Bearer THE-TESTS-OWN-BOOTSTRAP-KEY-0123456789")]
    [InlineData("Bearer")]
    [InlineData("Basic dGhlLXRlc3Rz")]
    [InlineData(Site.Key)]
    public async Task Anything_but_the_very_key_is_refused(string header)
    {
        var client = site.Visitor().Client;
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/datasets")).StatusCode);
    }

    [Fact]
    public async Task The_key_itself_is_nowhere_in_the_database()
    {
        await site.Api().GetJsonAsync("/datasets");

        foreach (var file in Directory.GetFiles(site.Folder, "dashboard.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(Site.Key, await reader.ReadToEndAsync());
        }
    }
}
