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

    public async Task<HttpResponseMessage> UploadAsync(string fileName, string text)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync("/datasets/new")), "__RequestVerificationToken" },
            { new StringContent(text), "file", fileName },
        };
        return await client.PostAsync("/datasets/new", form);
    }

    private static bool IsSent(IHtmlElement element) =>
        element.HasAttribute("name") && element is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };

    private static string ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => "",
    };
}
