using Dashboard.Access;
using Dashboard.Demo;

namespace Dashboard.Tests.Demo;

public sealed class GuideTests : IDisposable
{
    private readonly DemoSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_names_the_runs_the_reports_and_how_to_remove_the_sample()
    {
        var runs = await _site.MakeRunsAsync();

        var text = await _site.UseAsync<Guide, string>(guide => guide.TextAsync(runs, "ten of them"));

        Assert.All(runs, run => Assert.Contains($"/runs/{run.Id}  5 segments of 395 customers", text));
        Assert.Contains("Reports   ten of them", text);
        Assert.Contains($"/datasets/{runs[0].DatasetId}", text);
        Assert.Contains("no token is needed", text);
    }

    [Fact]
    public async Task Once_there_is_an_account_it_says_to_sign_in_with_it()
    {
        var runs = await _site.MakeRunsAsync();
        Assert.Null(await _site.UseAsync<FirstAccess, string?>(access => access.AddAdministratorAsync("ada@example.com", "correct horse battery")));

        var text = await _site.UseAsync<Guide, string>(guide => guide.TextAsync(runs, ""));

        Assert.Contains("chosen at the first start", text);
    }
}
