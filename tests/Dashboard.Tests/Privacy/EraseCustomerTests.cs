using System.Net;
using System.Text;
using Dashboard.Tests.Batches;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Privacy;

public sealed class EraseCustomerTests(Site site) : IClassFixture<Site>
{
    private const string Name = "Zaphodine-7f3a";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Nothing_of_an_erased_customer_is_left_in_any_file()
    {
        using var own = new Site();
        var csv = $"id,city,a,b\n{Name},Zwollheim,1,1\nK2,X,2,1\nK3,X,9,9\nK4,X,9,8\n{Name}x,Zwollheim,oops,1\n";
        var dataset = (await own.Api().ImportAsync(csv, ("name", "People"), ("columns", """[{"source":"a","role":"number"}]"""), ("options", """{"acceptManyRejects":true}"""))).Id();
        await own.Api().ImportAsync(csv.Replace("Zwollheim,1", "Zwollheim,2"), ("datasetId", $"{dataset}"), ("options", """{"acceptManyRejects":true}"""));
        var run = await own.Api().RunAsync(new { datasetId = dataset, features = new[] { "a", "b" }, k = 2 });
        await PlacedCsvTests.PlaceAsync(await own.SignedInAsync(), $"id,a,b\n{Name},1,2\nK9,2,2\n");
        Assert.NotEmpty(Holders(own.Folder, Name));

        var answer = await (await own.Api().DeleteAsync($"/api/v1/customers/{Name.ToLowerInvariant()}?datasetId={dataset}")).JsonAsync();

        Assert.Equal(2, answer.Items("erased")[0].Int("rows"));
        Assert.Empty(Holders(own.Folder, Name));
        await own.Api().GetJsonAsync($"/customers/{Name}", HttpStatusCode.NotFound);
        Assert.DoesNotContain(Name, await own.Api().GetStringAsync($"/api/v1/runs/{run.Id()}/assignments.csv"));
        var ada = await own.SignedInAsync();
        foreach (var segment in run.Items("segments"))
        {
            await own.Api().GetJsonAsync($"/segments/{segment.Id()}");
            await ada.OpenAsync($"/segments/{segment.Id()}");
            await ada.OpenAsync($"/segments/{segment.Id()}/report");
        }
        await ada.OpenAsync($"/runs/{run.Id()}");
        await ada.OpenAsync($"/datasets/{dataset}");
        await own.UseAsync(async db => Assert.Equal(3, (await db.Datasets.SingleAsync()).Customers));
    }

    [Fact]
    public async Task Where_to_erase_has_to_be_said()
    {
        var (first, second) = ((await api.ImportAsync("id,a\nDora,1\nEve,2\n", ("name", "First"))).Id(), (await api.ImportAsync("id,a\nDora,3\nEve,4\n", ("name", "Second"))).Id());

        var asked = await (await api.DeleteAsync("/api/v1/customers/Dora")).JsonAsync(HttpStatusCode.Conflict);
        var elsewhere = await api.DeleteAsync("/api/v1/customers/Dora?datasetId=999");
        var everywhere = await (await api.DeleteAsync("/api/v1/customers/Dora?everywhere=true")).JsonAsync();

        Assert.Contains($"First (?datasetId={first})", asked.Text("detail"));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal([first, second], everywhere.Items("erased").Select(e => e.Int("datasetId")));
        await api.GetJsonAsync("/customers/Dora", HttpStatusCode.NotFound);
        await api.GetJsonAsync("/customers/Eve");
    }

    [Fact]
    public async Task On_the_page_an_administrator_erases_and_nobody_else()
    {
        var dataset = (await api.ImportAsync("id,a\nFinn,1\nGus,2\n", ("name", "Page"))).Id();
        var (ada, max) = (await site.SignedInAsync(), await site.SignedInAsync("Marketer"));

        Assert.Null((await max.OpenAsync("/customers/Finn")).QuerySelector("form .danger"));
        var refused = await max.PostAsync($"/customers/Finn?handler=Erase&datasetId={dataset}", ("__RequestVerificationToken", await max.TokenAsync("/datasets/new")));
        Assert.Equal("/not-allowed", refused.Headers.Location!.AbsolutePath);
        await api.GetJsonAsync("/customers/Finn");
        await ada.SubmitAsync("/customers/Finn", "form:has(.danger)", ("typed", "Fin"));
        Assert.Contains("Nothing was erased", (await ada.OpenAsync("/customers/Finn")).Body!.TextContent);
        await ada.SubmitAsync("/customers/Finn", "form:has(.danger)", ("typed", " finn "));
        await api.GetJsonAsync("/customers/Finn", HttpStatusCode.NotFound);
    }

    /// <summary>A category that was theirs alone is among the features of a run, in its profiles and in its model; a segment is theirs alone; notes and another's upload name them.</summary>
    [Fact]
    public async Task Words_that_were_theirs_alone_are_gone_from_models_profiles_notes_and_uploads_of_others()
    {
        using var own = new Site();
        var (api, ada) = (own.Api(), await own.SignedInAsync());
        var dataset = (await api.ImportAsync($"id,mail,origin,a\n{Name},{Name}@example.com,Xanaduland,50\nK2,k2@example.com,Here,1\nK3,k3@example.com,There,9\nK4,k4@example.com,There,8\nK5,k5@example.com,Here,2\n", ("name", "People"),
            ("columns", """[{"source":"id","role":"key"},{"source":"mail","role":"text"},{"source":"origin","role":"category"}]"""))).Id();
        var run = await api.RunAsync(new { datasetId = dataset, features = new[] { "a", "origin" }, k = 3 });
        var lonely = run.Items("segments").Single(s => s.Int("size") == 1);
        await api.PatchAsync($"/api/v1/segments/{lonely.Id()}", new StringContent($$"""{"description":"That is {{Name.ToUpperInvariant()}}, mind"}""", Encoding.UTF8, "application/json"));
        await ada.UploadAsync("other.csv", $"nr,contact\n1,{Name}@example.com\n2,x@example.com\n");
        Assert.NotEmpty(Holders(own.Folder, "Xanaduland"));

        await ada.SubmitAsync($"/customers/{Name}", "form:has(.danger)", ("typed", Name), ("keepOut", "true"));

        Assert.Empty(Holders(own.Folder, Name));
        Assert.Empty(Holders(own.Folder, "Xanaduland"));
        var now = await api.GetJsonAsync($"/runs/{run.Id()}");
        Assert.Equal((4, 0), (now.Int("rowsUsed"), now.Items("segments").Single(s => s.Id() == lonely.Id()).Int("size")));
        Assert.Equal(9, (await api.GetJsonAsync($"/datasets/{dataset}")).Find("columns", "a").Number("max"));
        foreach (var page in new[] { $"/segments/{lonely.Id()}", $"/segments/{lonely.Id()}/report", $"/runs/{run.Id()}", $"/runs/{run.Id()}/features", $"/runs/{run.Id()}/report" })
        {
            Assert.DoesNotContain("NaN", (await ada.OpenAsync(page)).Body!.TextContent);
        }
        var placed = await (await api.PostAsync("/api/v1/predictions", new StringContent("""{"a":9,"origin":"There"}""", Encoding.UTF8, "application/json"))).JsonAsync();
        Assert.NotEqual(lonely.Id(), placed.GetProperty("segment").Id());
        var again = await api.ImportAsync($"id,mail,origin,a\n{Name},,Here,1\nZ9,{Name}@example.com,Here,1\n", ("datasetId", $"{dataset}"));
        Assert.Equal(2, again.GetProperty("rows").Int("suppressed"));
    }

    private static IEnumerable<string> Holders(string folder, string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)).Where(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes.AsSpan().IndexOf(wanted) >= 0 || bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text.ToLowerInvariant())) >= 0;
        });
    }
}
