using System.Net;
using System.Text;

namespace Dashboard.Tests.Imports;

/// <summary>What is refused is not kept.</summary>
public sealed class RefusedUploadsTests : IDisposable
{
    private const string Workbook = "PK\u0003\u0004 and so on";
    private readonly Site _site = Site.With(null, ("Imports:MaxBytes", "5000"));

    private string[] Kept => Directory.GetFiles(Path.Combine(_site.Folder, "storage", "uploads"));

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_workbook_leaves_nothing()
    {
        var page = await (await _site.SignedInAsync()).UploadAsync("book.xlsx", Workbook);
        var api = await _site.Api().SendFileAsync(Encoding.UTF8.GetBytes(Workbook), "book.xlsx");

        Assert.Contains("id=\"file-problem\"", await page.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (page.StatusCode, api.StatusCode));
        Assert.Empty(Kept);
    }

    [Fact]
    public async Task A_file_that_is_too_large_leaves_nothing()
    {
        var large = Shoppers.Many(1000);

        var page = await (await _site.SignedInAsync()).UploadAsync("large.csv", large);
        var api = await _site.Api().SendFileAsync(large);

        Assert.Contains("larger than", await Visitor.TextAsync(page));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, api.StatusCode);
        Assert.Empty(Kept);
    }

    [Theory]
    [InlineData("a,b\r\n1,")]
    [InlineData("a,b\r\n1,2\r\n--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nHalf a na")]
    [InlineData("a,b\r\n1,2\r\n--x\r\nContent-Disposition: nonsense\r\n\r\n1\r\n--x--\r\n")]
    [InlineData("a,b\r\n1,2\r\n--x\r\nContent-Disposition: form-data; name=\"colour\"\r\n\r\nred\r\n--x--\r\n")]
    [InlineData("a,b\r\n1,2\r\n--x\r\nContent-Disposition: form-data; name=\"columns\"\r\n\r\n[null]\r\n--x--\r\n")]
    [InlineData("a,b\r\n1,2\r\n--x\r\nContent-Disposition: form-data; name=\"options\"\r\n\r\n{\r\n--x--\r\n")]
    public async Task A_form_that_is_broken_or_unknown_after_the_file_leaves_nothing(string rest)
    {
        var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + rest);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };

        var answer = await _site.Api().PostAsync("/api/v1/datasets", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Kept);
    }
}
