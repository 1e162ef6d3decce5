using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What people do on the pages, by the words that they read there.</summary>
internal static class PageSteps
{
    public const string Email = "ada@example.com";
    public const string Password = "correct horse battery staple";

    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Link(this IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    /// <summary>Waits for these words, and for the rest of the page that may come after them.</summary>
    public static async Task SeeAsync(this IPage page, string text)
    {
        await page.GetByText(text).First.WaitForAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>The big number of a tile, once a tile with these words is there.</summary>
    public static Task<string> FigureAsync(this IPage page, string words) => page.Locator(".kpi", new() { HasText = words }).Locator("b").InnerTextAsync();

    public static async Task SetUpAsync(this IPage page, string token)
    {
        await page.GotoAsync("/set-up");
        await page.GetByLabel("One-time token").FillAsync(token);
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Button("Create my account").ClickAsync();
    }

    public static async Task SignInAsync(this IPage page)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.Button("Sign in").ClickAsync();
    }

    public const string Upload = "Upload and look at it";

    /// <summary>All steps of an import, with every choice as it stands.</summary>
    public static async Task ImportAsync(this IPage page, string path, string? name = null)
    {
        await page.GotoAsync("/datasets/new");
        await page.GetByLabel("CSV file").SetInputFilesAsync(path);
        await page.GetByLabel("Name").FillAsync(name ?? "");
        await page.Button(Upload).ClickAsync();
        await page.WaitForURLAsync("**/imports/**");
        if (page.Url.EndsWith("/match", StringComparison.Ordinal))
        {
            await page.Button("Check the file").ClickAsync();
        }
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Import [0-9,]+ rows?$") }).ClickAsync();
        await page.WaitForURLAsync("**/datasets/*");
    }

    /// <summary>Ticks these features and no others.</summary>
    public static async Task ChooseAsync(this IPage page, params string[] features)
    {
        foreach (var box in await page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.SetCheckedAsync(features.AsEnumerable().Contains(await box.GetAttributeAsync("value")));
        }
    }

    public static async Task<string> DownloadAsync(this IPage page, string link, string folder)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Link(link).ClickAsync());
        var path = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }
}
