using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class CsvTextTests
{
    [Fact]
    public void Plain_is_rfc_4180() => Assert.Equal(
        "id,name,\"a \"\"b\"\", c\"\r\n1,Őrsi,\"two\nlines\"\r\n",
        Written(CsvFlavour.Plain, csv =>
        {
            csv.Row("id", "name", "a \"b\", c");
            csv.Row("1", "Őrsi", "two\nlines");
        }));

    [Fact]
    public void Excel_gets_semicolons_and_a_mark() => Assert.Equal(
        "\uFEFFa;b,c;\"d;e\"\r\n", Written(CsvFlavour.Excel, csv => csv.Row("a", "b,c", "d;e")));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\0=1")]
    [InlineData("＝1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠1")]
    public void A_text_like_a_formula_gets_an_apostrophe(string text) =>
        Assert.Equal($"\"'{text}\"\r\n", Written(CsvFlavour.Plain, csv => csv.Row(text)));

    [Fact]
    public void Numbers_are_never_quoted_or_prefixed() => Assert.Equal(
        "-5,-0.25,1E-320,\r\n",
        Written(CsvFlavour.Plain, csv =>
        {
            csv.Number(-5L);
            csv.Number(-0.25);
            csv.Number(1e-320);
            csv.Number((double?)null);
            csv.EndRow();
        }));

    [Theory]
    [InlineData(CsvFlavour.Plain)]
    [InlineData(CsvFlavour.Excel)]
    public void What_is_written_is_read_back(CsvFlavour flavour)
    {
        string[] texts = ["=1+1", "a,b;c", "\"", " padded ", "two\r\nlines", "'s-Hertogenbosch", "007", "5\" pipe", ""];
        using var csv = new CsvOnDisk(Bytes(flavour, w =>
        {
            w.Row("id", "text");
            foreach (var text in texts) w.Row("1", text);
        }));
        using var read = csv.Open();
        var back = new List<string>();
        while (read.Read()) back.Add(CellText.WithoutGuard(read.Field(1)).ToString());
        Assert.Equal(texts, back);
    }

    [Theory]
    [InlineData(CsvFlavour.Plain)]
    [InlineData(CsvFlavour.Excel)]
    public void Any_table_survives_writing_and_reading(CsvFlavour flavour)
    {
        var random = new Random(7);
        string Cell() => new([.. Enumerable.Range(0, random.Next(6)).Select(_ => "\"'=-;, \t\r\nA1é\u20AC"[random.Next(14)])]);
        var rows = Enumerable.Range(0, 5_000).Select(_ => new[] { "1", Cell(), Cell() }).ToList();
        using var onDisk = new CsvOnDisk(Bytes(flavour, w =>
        {
            w.Row("id", "a", "b");
            foreach (var row in rows) w.Row(row);
        }));
        using var csv = onDisk.Open(new CsvFormat("utf-8", flavour == CsvFlavour.Excel ? ';' : ',', '.', 0));
        foreach (var row in rows)
        {
            Assert.True(csv.Read());
            Assert.Null(csv.Problem);
            Assert.Equal(row, CsvOnDisk.Fields(csv).Select(cell => CellText.WithoutGuard(cell).ToString()));
        }
        Assert.False(csv.Read());
    }

    [Fact]
    public async Task A_web_response_is_written_asynchronously_only()
    {
        var output = new AsyncOnlyStream();
        await using (var csv = new CsvText(output))
            for (var row = 0; row < 100_000; row++)
            {
                csv.Text("name");
                csv.Number(row);
                await csv.EndRowAsync();
            }
        Assert.Equal(100_000, Encoding.UTF8.GetString(output.ToArray()).Count(c => c == '\n'));
    }

    [Fact]
    public void A_row_of_one_empty_cell_is_not_a_blank_line() =>
        Assert.Equal("a\r\n\"\"\r\n", Written(CsvFlavour.Plain, csv => { csv.Row("a"); csv.Row(""); }));

    private static string Written(CsvFlavour flavour, Action<CsvText> write) => new UTF8Encoding(false).GetString(Bytes(flavour, write));

    private static byte[] Bytes(CsvFlavour flavour, Action<CsvText> write)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvText(stream, flavour)) write(csv);
        return stream.ToArray();
    }

    private sealed class AsyncOnlyStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("written synchronously");
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("written synchronously");
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            foreach (var value in buffer.Span) WriteByte(value);
            return ValueTask.CompletedTask;
        }
    }
}
