using Xunit.Abstractions;

namespace Browser.Tests;

/// <summary>A test whose windows are those of the administrator.</summary>
public abstract class SignedInTest<TSite>(TSite site, ITestOutputHelper output) : PageTest(site, output), IClassFixture<TSite> where TSite : PeopledSite
{
    protected TSite Site { get; } = site;
    protected override string? Cookies => Site.Cookies;
}
