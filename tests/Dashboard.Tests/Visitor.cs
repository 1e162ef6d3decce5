using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Dashboard.Tests;

/// <summary>Somebody with a browser: keeps cookies, and sends forms as they stand in the page.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var answer = await client.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location} {html[..Math.Min(300, html.Length)]}");
        return Parse(html);
    }

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>What an answer shows as text, blanks collapsed.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer) =>
        string.Join(' ', Parse(await answer.Content.ReadAsStringAsync()).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public async Task<string> TokenAsync(string page)
    {
        var document = await OpenAsync(page);
        return document.QuerySelector<IHtmlInputElement>("main input[name=__RequestVerificationToken]")?.Value ?? throw new InvalidOperationException($"{page} has no form");
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public async Task<HttpResponseMessage> SubmitAsync(string page, string selector, params (string Name, string Value)[] values)
    {
        var form = (await OpenAsync(page)).QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"{page} has no {selector}");
        var action = form.GetAttribute("action") is { Length: > 0 } written ? written : page;
        var kept = form.Elements.OfType<IHtmlElement>().Where(e => IsSent(e) && values.All(v => v.Name != e.GetAttribute("name"))).Select(e => (e.GetAttribute("name")!, ValueOf(e)));
        return await PostAsync(action, [.. kept, .. values.Where(v => v.Value.Length > 0)]);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password = Site.Password) =>
        SubmitAsync("/sign-in", "form", ("Email", email), ("Password", password));

    /// <summary>The first step of an import: leads to the columns, or to the check when the columns are known.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string fileName, string text, string page = "/datasets/new")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync(page)), "__RequestVerificationToken" },
            { new StringContent(text), "file", fileName },
        };
        return await client.PostAsync(page, form);
    }

    /// <summary>All steps of an import with every choice as it stands.</summary>
    public async Task<HttpResponseMessage> ImportAsync(string fileName, string text, string page = "/datasets/new")
    {
        var at = (await UploadAsync(fileName, text, page)).Headers.Location!.OriginalString;
        if (at.EndsWith("/match", StringComparison.Ordinal))
        {
            at = (await SubmitAsync(at, "form:has(#columns)")).Headers.Location!.OriginalString;
        }
        await CheckedAsync(at);
        return await SubmitAsync(at, "main form");
    }

    /// <summary>The page of a check once every row was looked at.</summary>
    public async Task<IHtmlDocument> CheckedAsync(string path)
    {
        for (var i = 0; i < 200; i++)
        {
            var page = await OpenAsync(path);
            if (page.QuerySelector("progress") is null)
            {
                return page;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException($"{path} was not done within ten seconds.");
    }

    /// <summary>A button is sent when it is the one pressed, which a test says by its value.</summary>
    private static bool IsSent(IHtmlElement element) =>
        element.HasAttribute("name") && element is not IHtmlButtonElement and not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static string ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
