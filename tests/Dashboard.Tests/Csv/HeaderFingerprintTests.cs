using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class HeaderFingerprintTests
{
    private static readonly string Known = HeaderFingerprint.Of(["CustomerID", "Annual Income (k$)", "é"]);

    // Stored beside remembered mappings, so it must not change from one version to the next.
    [Fact]
    public void It_stays_the_same_over_versions() => Assert.Equal("54b2a698b889df57d802fca9b98706cd", Known);

    [Fact]
    public void Order_case_blanks_and_composition_do_not_matter() =>
        Assert.Equal(Known, HeaderFingerprint.Of(["\uFEFFANNUAL  income (k$) ", "e\u0301", "customerid"]));

    [Theory]
    [InlineData("CustomerID|Annual Income (k$)")]
    [InlineData("CustomerID|Annual Income (k$)|é|x")]
    [InlineData("CustomerID|Annual Income|é")]
    [InlineData("CustomerID|Annual Income (k$)|é|é")]
    [InlineData("")]
    public void Other_columns_have_another(string headers) => Assert.NotEqual(Known, HeaderFingerprint.Of(headers.Split('|')));

    [Fact]
    public void A_nameless_column_goes_by_its_place() =>
        Assert.NotEqual(HeaderFingerprint.Of(["", "id", "age"]), HeaderFingerprint.Of(["id", "", "age"]));

    [Fact]
    public void A_file_tells_its_own()
    {
        using var onDisk = new CsvOnDisk("Annual Income (k$);é;customerid\n1;2;3\n");
        using var csv = onDisk.Open();
        Assert.Equal(Known, csv.Fingerprint);
    }
}
