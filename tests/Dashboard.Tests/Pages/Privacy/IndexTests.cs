using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Pages.Privacy;

public sealed class IndexTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Somebody_on_the_list_is_found_by_what_is_typed_and_the_list_itself_tells_nobody()
    {
        var max = await site.SignedInAsync("Marketer");
        await max.SubmitAsync("/privacy", "form:has(#people)", ("people", "Zoe.Q@example.com\nyan@example.com"), ("reason", "by phone"));

        var found = await Visitor.TextAsync(await max.SubmitAsync("/privacy", "form:has(#person)", ("person", " zoe.q+shop@EXAMPLE.com")));
        var other = await Visitor.TextAsync(await max.SubmitAsync("/privacy", "form:has(#person)", ("person", "zack@example.com")));

        Assert.Contains("is on the list: Number", found);
        Assert.Contains("by phone", found);
        Assert.Contains("is not on the list", other);
        Assert.DoesNotContain("zoe", (await max.OpenAsync("/privacy")).Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        await site.UseAsync(async db => Assert.All(await db.Suppressions.ToListAsync(), s => Assert.Equal(32, s.Pseudonym.Length)));
    }

    [Fact]
    public async Task A_key_counts_in_the_data_set_that_it_belongs_to_and_nowhere_else()
    {
        var ada = await site.SignedInAsync();
        var (first, second) = ((await site.Api().ImportAsync("id,x\n1,1\n2,2\n", ("name", "First"))).Id(), (await site.Api().ImportAsync("id,x\n1,1\n2,3\n", ("name", "Second"))).Id());

        await ada.SubmitAsync("/privacy", "form:has(#people)", ("people", "1"));
        var warned = (await ada.OpenAsync("/privacy")).Body!.TextContent;
        await ada.SubmitAsync("/privacy", "form:has(#people)", ("people", "1"), ("datasetId", $"{first}"));

        Assert.Contains("“1” is no e-mail address", warned);
        Assert.Single((await site.Api().GetJsonAsync($"/datasets/{first}/customers")).Items());
        Assert.Equal(2, (await site.Api().GetJsonAsync($"/datasets/{second}/customers")).Items().Count);
    }

    [Fact]
    public async Task The_same_person_added_fifty_times_at_once_is_on_the_list_once()
    {
        var ada = await site.SignedInAsync();
        var token = await ada.TokenAsync("/privacy");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ada.PostAsync("/privacy?handler=Add", ("__RequestVerificationToken", token), ("people", "crowd@example.com"))));

        var found = await Visitor.TextAsync(await ada.SubmitAsync("/privacy", "form:has(#person)", ("person", "crowd@example.com")));
        Assert.Equal(2, found.Split("as e-mail address, since").Length);
    }
}
