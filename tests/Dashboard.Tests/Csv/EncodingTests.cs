using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class EncodingTests
{
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_name()
    {
        using var csv = new CsvOnDisk("id,név\n1,Őrsi\n", new UTF8Encoding(true));
        Assert.Equal(["id", "név"], csv.Columns);
        Assert.Equal("utf-8", csv.Format.EncodingName);
    }

    [Theory]
    [InlineData(false, "utf-16")]
    [InlineData(true, "utf-16BE")]
    public void Unicode_text_of_excel_is_read(bool bigEndian, string name)
    {
        using var csv = new CsvOnDisk("id\tnév\r\n1\tŐrsi €\r\n2\t日本\r\n", new UnicodeEncoding(bigEndian, true));
        Assert.Equal(new CsvFormat(name, '\t', '.', 0), csv.Format);
        Assert.Equal(["id", "név"], csv.Columns);
        Assert.Equal(["2: 1|Őrsi €", "3: 2|日本"], csv.Records());
    }

    [Fact]
    public void Utf16_without_a_mark_is_known_by_its_zero_bytes()
    {
        using var csv = new CsvOnDisk("id,name\r\n1,Anna\r\n", new UnicodeEncoding(false, false));
        Assert.Equal(["2: 1|Anna"], csv.Records());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_the_problem_of_its_record()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("id,name\n1,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n2,Anna\n")];
        using var csv = new CsvOnDisk(bytes);
        Assert.Equal(["2! a character that cannot be read in the file's encoding", "3: 2|Anna"], csv.Records());
    }

    [Fact]
    public void Western_letters_and_the_euro_sign_are_windows_1252()
    {
        using var csv = new CsvOnDisk("id,name\n1,André\n2,5 €\n", Western);
        Assert.Equal("windows-1252", csv.Format.EncodingName);
        Assert.Equal(["2: 1|André", "3: 2|5 €"], csv.Records());
    }

    [Theory]
    [InlineData(0x81)]
    [InlineData(0x9D)]
    public void A_code_that_is_empty_in_windows_1252_is_the_problem_of_its_record(byte code)
    {
        using var csv = new CsvOnDisk([.. Western.GetBytes("id,name\n1,André\n2,X"), code, .. "X\n3,Anna\n"u8]);
        Assert.Equal(["2: 1|André", "3! a character that cannot be read in the file's encoding", "4: 3|Anna"], csv.Records());
    }

    [Fact]
    public void A_western_letter_far_down_is_still_found()
    {
        using var csv = new CsvOnDisk("id,name\n" + string.Concat(Enumerable.Repeat("1,Anna\n", 300_000)) + "2,André\n", Western);
        Assert.Equal("windows-1252", csv.Format.EncodingName);
    }

    [Fact]
    public void One_late_bad_byte_rejects_its_record_only()
    {
        var rows = Enumerable.Range(1, 90_010).Select(i => i == 90_000 ? $"{i},X\u00FFX\n" : $"{i},Anna\n");
        using var csv = new CsvOnDisk(Encoding.Latin1.GetBytes("id,name\n" + string.Concat(rows)));
        var records = csv.Records();
        Assert.Equal("90001! a byte that is not UTF-8", Assert.Single(records, r => r.Contains('!')));
        Assert.Equal(90_010, records.Count);
    }

    [Fact]
    public void A_nearly_all_utf8_file_stays_utf8()
    {
        byte[] bytes = [.. "id,name\n1,Őrsi\n2,Ákos\n3,Andr"u8, 0xE9, .. "\n4,Örs\n"u8];
        using var csv = new CsvOnDisk(bytes);
        Assert.Equal(["2: 1|Őrsi", "3: 2|Ákos", "4! a byte that is not UTF-8", "5: 4|Örs"], csv.Records());
    }

    [Fact]
    public void A_line_that_begins_like_a_utf16_mark_changes_nothing()
    {
        using var csv = new CsvOnDisk([.. "a report\n"u8, 0xFF, 0xFE, .. ",x,b\n1,2,3\n"u8]);
        Assert.Equal(["3: 1|2|3"], csv.Records(new CsvFormat("windows-1252", ',', '.', 1)));
    }

    [Fact]
    public void An_encoding_nobody_knows_is_refused_by_name()
    {
        using var csv = new CsvOnDisk("a,b\n1,2\n");
        var refusal = Assert.Throws<CsvRefused>(() => csv.Open(new CsvFormat("klingon", ',', '.', 0)));
        Assert.Contains("klingon", refusal.Message);
    }
}
