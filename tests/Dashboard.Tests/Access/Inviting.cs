using Dashboard.Access;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Access;

/// <summary>What administrators do on the pages about people.</summary>
internal static class Inviting
{
    /// <summary>The path of the link that is shown once.</summary>
    public static async Task<string> InviteAsync(this Visitor administrator, string email, string role = Dashboard.Access.Roles.Marketer) =>
        await administrator.LinkAsync(await administrator.SubmitAsync("/people", "form:has(#Email)", ("Email", email), ("Role", role)));

    public static async Task<string> ResetLinkAsync(this Visitor administrator, int id) => await administrator.LinkAsync(await administrator.ActAsync(id, "Reset"));

    public static Task<HttpResponseMessage> ActAsync(this Visitor administrator, int id, string what, params (string Name, string Value)[] values) =>
        administrator.SubmitAsync($"/people/{id}", $"form[action*='handler={what}']", values);

    public static async Task<Person> PersonAsync(this Site site, string email)
    {
        Person? person = null;
        await site.UseAsync(async db => person = (await db.People().ToListAsync()).Single(p => p.Email == email));
        return person!;
    }

    public static async Task<int> IdAsync(this Site site, string email) => (await site.PersonAsync(email)).Id;

    private static async Task<string> LinkAsync(this Visitor administrator, HttpResponseMessage answer)
    {
        Assert.True(answer.Headers.Location is not null, await Visitor.TextAsync(answer));
        var page = await administrator.OpenAsync(answer.Headers.Location.OriginalString);
        return new Uri(page.QuerySelector(".copy code")!.TextContent).AbsolutePath;
    }
}
