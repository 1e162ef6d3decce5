using Dashboard.Tests;

namespace Browser.Tests;

/// <summary>A site whose pages show every kind of chart.</summary>
public sealed class ChartPagesSite : PeopledSite
{
    public int Run { get; private set; }
    public string[] Paths { get; private set; } = [];

    protected override async Task FillAsync()
    {
        var customers = (await Api.ImportAsync(Shoppers.Many(60))).Id();
        string[] features = ["Age", .. Shoppers.Features];
        Run = (await Api.RunAsync(new { datasetId = customers, k = 3, features })).Id();
        var other = (await Api.RunAsync(new { datasetId = customers, k = 2, features })).Id();
        var advice = (await Api.AdviseAsync(new { datasetId = customers, features })).Id();
        Paths =
        [
            $"/datasets/{customers}/explore", $"/runs/{Run}", $"/runs/{Run}/features", $"/runs/{Run}/features?profile=radar&shape=violin", $"/runs/{Run}/maps",
            $"/runs/{Run}/maps?map=neighbours", $"/runs/{Run}/maps?map=space", $"/runs/{Run}/quality", $"/runs/compare?a={Run}&b={other}", $"/selections/{advice}",
        ];
    }
}
