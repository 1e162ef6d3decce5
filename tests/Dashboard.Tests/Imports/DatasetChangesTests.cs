using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Imports;

public sealed class DatasetChangesTests(Site site) : IClassFixture<Site>
{
    private const string Half = "id,age\na1,1\na2,2\na3,x\na4,y\n";
    private const string Columns = """[{"source":"id","role":"key"},{"source":"age","role":"number"}]""";
    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Good_rows_asked_for_several_times_at_once_are_imported_once()
    {
        var ada = await site.SignedInAsync();
        var id = (await api.ImportAsync(Half, ("name", "At once"), ("columns", Columns))).Id();
        var token = await ada.TokenAsync($"/datasets/{id}");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AcceptAsync(ada, id, token)));

        var set = await api.WaitAsync($"/datasets/{id}");
        await Task.Delay(500);
        var rows = (await api.GetJsonAsync($"/datasets/{id}")).GetProperty("rows");
        Assert.Equal("ready", set.Text("status"));
        Assert.Equal((4, 2, 2), (rows.Int("read"), rows.Int("imported"), rows.Int("rejected")));
        Assert.Equal(["a1", "a2"], (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Select(c => c.Text("id")));
        Assert.Equal(1, (await RowAsync(id)).Attempts);
        await site.UseAsync(async db => Assert.Equal(2, await db.RejectedRows.CountAsync(r => r.ImportId == db.Imports.First(i => i.DatasetId == id).Id)));
    }

    [Fact]
    public async Task Asking_for_the_good_rows_of_an_import_that_is_ready_does_nothing()
    {
        await using var still = new Site();
        var ada = await still.SignedInAsync();
        var id = (await still.Api().ImportAsync(Half, ("columns", Columns), ("options", """{"acceptManyRejects":true}"""))).Id();
        await still.PauseAsync();
        var before = await still.Api().GetStringAsync($"/api/v1/datasets/{id}");

        await AcceptAsync(ada, id, await ada.TokenAsync($"/datasets/{id}"));

        Assert.Contains("\"ready\"", before);
        Assert.Equal(before, await still.Api().GetStringAsync($"/api/v1/datasets/{id}"));
    }

    [Theory]
    [InlineData(WorkStatus.Queued)]
    [InlineData(WorkStatus.Running)]
    public async Task A_data_set_with_a_run_under_way_says_so_and_is_not_deleted(WorkStatus status)
    {
        await using var still = new Site();
        var ada = await still.SignedInAsync();
        var id = (await still.Api().ImportAsync(Shoppers.TwoGroups)).Id();
        await still.PauseAsync();
        var run = (await still.Api().PostJsonAsync("/runs", new { datasetId = id, k = 2 })).Id();
        await still.UseAsync(db => db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, status)));

        var answer = await ada.SubmitAsync($"/datasets/{id}", "form[action*=Delete]");

        Assert.Equal($"/datasets/{id}", answer.Headers.Location?.OriginalString);
        Assert.Contains("is under way", (await ada.OpenAsync($"/datasets/{id}")).QuerySelector(".note.warn")!.TextContent);
        Assert.Equal(7, (await still.Api().GetJsonAsync($"/datasets/{id}/customers")).Items().Count);
        Assert.Equal(run, (await still.Api().GetJsonAsync($"/runs/{run}")).Id());
    }

    [Fact]
    public async Task The_file_of_an_import_that_was_taken_back_goes_too()
    {
        var id = (await api.ImportAsync("id,age\nu1,1\nu2,2\n", ("name", "Undone file"))).Id();
        var file = Path.Combine(site.Folder, "storage", "uploads", (await RowAsync(id)).StoredName);
        Assert.True(File.Exists(file));

        await api.PostJsonAsync($"/datasets/{id}/undo", null, System.Net.HttpStatusCode.OK);

        Assert.False(File.Exists(file));
    }

    private static Task<HttpResponseMessage> AcceptAsync(Visitor visitor, int id, string token) =>
        visitor.PostAsync($"/datasets/{id}?handler=Accept", ("__RequestVerificationToken", token));

    private async Task<Import> RowAsync(int id)
    {
        Import row = null!;
        await site.UseAsync(async db => row = await db.Imports.AsNoTracking().SingleAsync(i => i.DatasetId == id));
        return row;
    }
}
