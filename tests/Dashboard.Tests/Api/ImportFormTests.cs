using System.Net;
using System.Text;

namespace Dashboard.Tests.Api;

public sealed class ImportFormTests(Site site) : IClassFixture<Site>
{
    private readonly HttpClient api = site.Api();

    public static TheoryData<string, string, string> Refused => new()
    {
        { "kind", "orders", "kind" },
        { "colums", "[]", "colums" },
        { "columns", """[{"source":"Shoe size"}]""", "Shoe size" },
        { "columns", """[{"source":"Gender","rolle":"ignore"}]""", "rolle" },
        { "columns", """[{"source":"Gender","role":"colour"}]""", "role" },
        { "columns", "{", "columns" },
        { "options", """{"delimitter":";"}""", "delimitter" },
        { "options", """{"onBadRow":"explode"}""", "onBadRow" },
        { "options", """{"onMissing":1}""", "onMissing" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_known_is_refused_by_name(string field, string value, string named)
    {
        var problem = await (await api.SendFileAsync(Shoppers.TwoGroups, (field, value))).JsonAsync(HttpStatusCode.BadRequest);

        Assert.Contains(named, problem.Text("detail"));
    }

    [Fact]
    public async Task Without_a_file_it_says_which_field_it_wants()
    {
        var answer = await api.PostAsync("/api/v1/datasets", new MultipartFormDataContent { { new StringContent("x"), "name" } });

        var problem = await answer.JsonAsync(HttpStatusCode.BadRequest);
        Assert.Contains("\"file\"", problem.Text("detail"));
        Assert.True(problem.GetProperty("errors").TryGetProperty("file", out _));
    }

    [Fact]
    public async Task Two_files_are_refused()
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(Shoppers.TwoGroups), "file", "a.csv" },
            { new StringContent(Shoppers.TwoGroups), "file", "b.csv" },
        };

        await (await api.PostAsync("/api/v1/datasets", form)).JsonAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_thousand_fields_are_refused_at_the_first_that_is_not_known()
    {
        var form = new MultipartFormDataContent();
        for (var i = 0; i < 1000; i++)
        {
            form.Add(new StringContent("x"), $"field{i}");
        }

        Assert.Contains("field0", (await (await api.PostAsync("/api/v1/datasets", form)).JsonAsync(HttpStatusCode.BadRequest)).Text("detail"));
    }

    [Fact]
    public async Task A_boundary_of_ten_kilobytes_is_refused()
    {
        var content = new StringContent("x");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", new string('b', 10_000)) } };

        Assert.Contains("multipart/form-data", (await (await api.PostAsync("/api/v1/datasets", content)).JsonAsync(HttpStatusCode.UnsupportedMediaType)).Text("detail"));
    }

    [Fact]
    public async Task Anything_but_a_form_is_refused()
    {
        var answer = await api.PostAsync("/api/v1/datasets", new StringContent(Shoppers.TwoGroups, Encoding.UTF8, "text/csv"));

        Assert.Contains("multipart/form-data", (await answer.JsonAsync(HttpStatusCode.UnsupportedMediaType)).Text("detail"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n")]
    [InlineData("PK\u0003\u0004 not a workbook, but begins like one")]
    [InlineData("%PDF-1.7 not a CSV at all")]
    public async Task A_file_that_is_no_csv_with_rows_ends_with_a_reason(string content)
    {
        var answer = await api.SendFileAsync(content);

        if (answer.StatusCode == HttpStatusCode.Accepted)
        {
            var set = await api.WaitAsync($"/datasets/{(await answer.JsonAsync(HttpStatusCode.Accepted)).Id()}");
            Assert.Equal("failed", set.Text("status"));
            Assert.NotEmpty(set.Text("error")!);
            return;
        }
        Assert.True((await answer.JsonAsync(HttpStatusCode.BadRequest)).GetProperty("errors").TryGetProperty("file", out _));
    }

    [Fact]
    public async Task Nothing_stays_in_the_storage_folder_of_what_was_refused()
    {
        var uploads = Path.Combine(site.Folder, "storage", "uploads");
        await api.ImportAsync(Shoppers.TwoGroups);
        var before = Directory.GetFiles(uploads).Length;

        foreach (var row in Refused)
        {
            var (field, value, _) = ((string)row[0], (string)row[1], row[2]);
            await api.SendFileAsync(Shoppers.TwoGroups, (field, value));
        }
        await api.SendFileAsync("");
        await api.SendFileAsync(Shoppers.TwoGroups);

        Assert.Equal(before, Directory.GetFiles(uploads).Length);
    }

    [Fact]
    public async Task Columns_take_the_names_and_roles_that_are_asked_for()
    {
        var set = await api.ImportAsync(Shoppers.TwoGroups, ("name", "Roles"),
            ("columns", """[{"source":"Gender","role":"ignore"},{"source":"Spending","name":"Score","role":"text"}]"""));

        Assert.Equal(["Customer ID:key", "Gender:ignore", "Income (k$):number", "Score:text"], set.Items("columns").Select(c => $"{c.Text("name")}:{c.Text("role")}"));
        var customer = (await api.GetJsonAsync($"/datasets/{set.Id()}/customers?take=1")).Items()[0];
        Assert.Equal(["Customer ID", "Income (k$)", "Score"], customer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("11", customer.Text("Score"));
    }

    [Fact]
    public async Task Format_options_overrule_what_was_detected()
    {
        var set = await api.ImportAsync("id;a\nx1;1,5\nx2;2,5\n", ("options", """{"delimiter":";","decimal":",","encoding":"utf-8","onBadRow":"fail"}"""));

        Assert.Equal("ready", set.Text("status"));
        Assert.Equal(2.0, set.Find("columns", "a").Number("mean"));
    }

    [Theory]
    [InlineData("Shop A\nreport\nid,a\nx1,1\nx2,3\n", """{"preambleLines":2}""", "a")]
    [InlineData("x1,1\nx2,3\n", """{"header":false}""", "Column 2")]
    [InlineData("first,last\nx2,3\n", """{"header":true}""", "last")]
    public async Task Where_the_header_stands_can_be_said(string csv, string options, string column)
    {
        var set = await api.ImportAsync(csv, ("name", options), ("options", options));

        Assert.Equal("ready", set.Text("status"));
        Assert.Contains(set.Items("columns"), c => c.Text("name") == column);
    }

    [Fact]
    public async Task A_broken_form_is_a_bad_request()
    {
        var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n1,");
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        await (await api.PostAsync("/api/v1/datasets", content)).JsonAsync(HttpStatusCode.BadRequest);
    }
}
