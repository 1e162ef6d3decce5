using System.Net;
using System.Net.Http.Json;
using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Access;

/// <summary>The hostile cases of API keys, by the numbers that they have in the threat catalogue.</summary>
public sealed class HostileKeysTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const string Path = "/api/v1/datasets";

    [Theory]
    [InlineData("?api_key=")]
    [InlineData("?access_token=")]
    [InlineData("?key=")]
    [InlineData("?x=1&y=")]
    public async Task A15_a_key_in_the_address_is_refused_with_advice_even_beside_a_good_header(string query)
    {
        var (key, _) = await MakeAsync("read write");

        foreach (var client in new[] { site.Visitor().Client, site.Api(key), site.Api() })
        {
            var problem = await (await client.GetAsync(Path + query + key)).JsonAsync(HttpStatusCode.Unauthorized);
            Assert.Contains("revoke this one", problem.Text("detail"));
            Assert.DoesNotContain(key, problem.ToString());
        }
    }

    [Fact]
    public async Task A15_the_right_public_part_with_a_wrong_secret_or_case_is_refused()
    {
        var (key, _) = await MakeAsync("read");
        var secret = key[12..];
        string[] wrong =
        [
            key[..12] + new string('A', 43), key.ToUpperInvariant(), key[..12] + secret.ToLowerInvariant() + "", key[..^1], key + "A", key[..12] + secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'),
            "mk_00000000_" + secret, key[..11], " ", "mk_" + secret, key.Replace("mk_", "MK_"),
        ];

        Assert.Equal(HttpStatusCode.OK, (await site.Api(key).GetAsync(Path)).StatusCode);
        foreach (var text in wrong.Where(text => text != key))
        {
            var client = site.Visitor().Client;
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + text);
            Assert.True((await client.GetAsync(Path)).StatusCode == HttpStatusCode.Unauthorized, text);
        }
    }

    [Fact]
    public async Task A15_a_revoked_an_expired_and_an_ex_administrators_key_are_refused()
    {
        var disabled = await site.MakeUserAsync("disabled-admin@example.com", Roles.Administrator);
        var (revoked, _) = await MakeAsync("read", key => key.RevokedAt = DateTime.UtcNow);
        var (expired, _) = await MakeAsync("read", key => key.ExpiresAt = DateTime.UtcNow.AddSeconds(-1));
        var viewer = await site.MakeUserAsync("once-an-admin@example.com", Roles.Viewer);
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var owner = await users.FindByEmailAsync(viewer);
        var (orphaned, _) = await MakeAsync("read", key => key.OwnerId = owner!.Id);
        var (ownerless, _) = await MakeAsync("read", key => key.OwnerId = 987654);

        var leaver = (await users.FindByEmailAsync(disabled))!.Id;
        var (ofDisabled, _) = await MakeAsync("read", key => key.OwnerId = leaver);
        Assert.Equal(HttpStatusCode.OK, (await site.Api(ofDisabled).GetAsync(Path)).StatusCode);
        await scope.ServiceProvider.GetRequiredService<Accounts>().DisableAsync(leaver);

        foreach (var key in new[] { revoked, expired, orphaned, ownerless, ofDisabled })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await site.Api(key).GetAsync(Path)).StatusCode);
        }
    }

    [Fact]
    public async Task A15_a_key_that_expires_while_it_is_in_use_is_refused_from_then_on()
    {
        var (key, _) = await MakeAsync("read", k => k.ExpiresAt = DateTime.UtcNow.AddSeconds(1));
        var api = site.Api(key);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync(Path)).StatusCode);

        await Task.Delay(1100);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync(Path)).StatusCode);
    }

    [Fact]
    public async Task A15_a_key_that_may_read_changes_nothing()
    {
        var (key, _) = await MakeAsync("read");
        var api = site.Api(key);

        Assert.Equal(HttpStatusCode.Forbidden, (await api.PostAsJsonAsync("/api/v1/runs", new { datasetId = site.DatasetId, k = 2 })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PostAsync($"/api/v1/datasets/{site.DatasetId}/undo", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PatchAsync($"/api/v1/segments/{site.SegmentIds[0]}", JsonContent.Create(new { name = "x" }))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.DeleteAsync($"/api/v1/customers/A1?datasetId={site.DatasetId}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync($"/api/v1/runs/{site.RunId}/assignments.csv")).StatusCode);
        Assert.Contains(await site.AuditAsync("access.refused"), e => (e.Who, e.About) == ("API key hostile", "DELETE /api/v1/customers/{**key}"));
    }

    [Fact]
    public async Task A16_no_key_makes_keys_or_reads_the_audit_log()
    {
        var api = site.Api();

        foreach (var path in new[] { "/keys", "/audit", "/audit.csv" })
        {
            Assert.StartsWith("/sign-in", (await api.GetAsync(path)).Headers.Location!.PathAndQueryOrSelf());
        }
        foreach (var path in new[] { "/api/v1/keys", "/api/v1/audit", "/api/v1/users" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsJsonAsync(path, new { name = "mine", scopes = new[] { "read" } })).StatusCode);
        }
        Assert.NotEqual(HttpStatusCode.OK, (await api.PostAsync("/keys?handler=Make", new FormUrlEncodedContent([KeyValuePair.Create("name", "mine")]))).StatusCode);
    }

    [Fact]
    public async Task A16_a_cookie_alone_opens_nothing_of_the_api()
    {
        var ada = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.Client.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ada.Client.PostAsJsonAsync("/api/v1/runs", new { datasetId = 1 })).StatusCode);
    }

    private async Task<(string Key, int Id)> MakeAsync(string scopes, Action<ApiKey>? change = null)
    {
        var (id, text) = KeyText.Make();
        var key = new ApiKey { Name = "hostile", PublicId = id, Hash = ApiKeys.HashOf(text), Scopes = scopes, CreatedAt = DateTime.UtcNow };
        change?.Invoke(key);
        await site.UseAsync(async db =>
        {
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync();
        });
        return (text, key.Id);
    }
}
