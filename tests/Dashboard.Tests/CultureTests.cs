using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Tests;

/// <summary>Wherever the machine stands, the same file gives the same answers.</summary>
[Collection("The culture of the process")]
public sealed partial class CultureTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;
    private readonly CultureInfo? _default = CultureInfo.DefaultThreadCurrentCulture;

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (_before, _default);

    [Fact]
    public async Task An_import_a_run_and_their_pages_are_the_same_in_every_culture()
    {
        var expected = await AnswersAsync("en-US");

        foreach (var culture in new[] { "hu-HU", "de-DE", "tr-TR", "fa-IR" })
        {
            Assert.Equal(expected, await AnswersAsync(culture));
        }
    }

    private static async Task<List<string>> AnswersAsync(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
        using var site = new Site();
        var api = site.Api();
        api.DefaultRequestHeaders.AcceptLanguage.ParseAdd(culture);
        var id = (await api.ImportAsync("ID;GİRİŞ;Income (k$);Spending\nI1;ı;1.234,5;-1\nI2;i;2.000,25;2\ni3;I;999,75;3\n")).Id();
        var run = await api.RunAsync(new { datasetId = id, k = 2, features = new[] { "INCOME", "spending" } });
        var ada = await site.SignedInAsync();
        var answers = new List<string> { await api.GetStringAsync($"/api/v1/datasets/{id}"), run.GetRawText() };
        foreach (var path in new[] { $"/runs/{run.Id()}/assignments.csv", $"/runs/{run.Id()}/charts/scatter.svg", $"/segments/{run.Items("segments")[0].Id()}/report" })
        {
            answers.Add(await ada.Client.GetStringAsync(path));
        }
        return [.. answers.Select(answer => Clock().Replace(answer, ""))];
    }

    [GeneratedRegex("\"durationMs\":[0-9]+")]
    private static partial Regex Clock();

    [CollectionDefinition("The culture of the process", DisableParallelization = true)]
    public sealed class Alone;
}
