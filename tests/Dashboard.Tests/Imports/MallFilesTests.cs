using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Imports;

/// <summary>The seven copies of the mall customers that go round, each as it is.</summary>
public sealed class MallFilesTests(Site site) : IClassFixture<Site>
{
    [SkippableTheory]
    [InlineData("Mall_Customers.csv", "CustomerID")]
    [InlineData("Mall_Customers_gender_crlf.csv", "CustomerID")]
    [InlineData("Mall_Customers_genre_zeropad_crlf_noeol.csv", "CustomerID")]
    [InlineData("Mall_Customers_genre_trailing_space_headers_crlf.csv", "CustomerID")]
    [InlineData("Mall_Customers_index_col_Sex.csv", null)]
    [InlineData("Mall_Customers_missing_values_crlf.csv", "CustomerID", 12)]
    [InlineData("Mall_Customers_BOM_extended_23col.csv", null, 1)]
    public async Task Each_copy_gives_two_hundred_customers_without_a_setting(string file, string? key, int missing = 0)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(RealFiles.Folder("mall"), file));

        var set = await site.Api().ImportAsync(bytes, file);

        Assert.Equal("ready", set.Text("status"));
        var rows = set.GetProperty("rows");
        Assert.Equal((200, 200), (rows.Int("read"), rows.Int("imported")));
        Assert.Equal(200, rows.EnumerateObject().Skip(1).Sum(p => p.Value.GetInt32()));
        Assert.Equal(missing, set.Items("columns").Sum(c => c.Int("missing")));
        var keys = set.Items("columns").Where(c => c.Text("role") == "key").Select(c => c.Text("name")).ToList();
        Assert.Single(keys);
        Assert.True(key is null || keys[0] == key, keys[0]);
    }
}
