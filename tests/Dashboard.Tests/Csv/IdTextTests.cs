using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

public sealed class IdTextTests
{
    [Fact]
    public void Ids_stay_the_text_that_they_are()
    {
        using var onDisk = new CsvOnDisk("customer_id,age\n007,20\n1E5,30\n9007199254740993,40\n9223372036854775808, 50\n 42 ,60\n");
        using var csv = onDisk.Open();
        var ids = new List<string>();
        while (csv.Read()) ids.Add(CellText.Clean(csv.Field(0)));
        Assert.Equal(["007", "1E5", "9007199254740993", "9223372036854775808", "42"], ids);
        Assert.Equal(ColumnRole.Key, ColumnDetection.Guess(onDisk.Path, onDisk.Format)[0].Role);
    }

    [Fact]
    public void A_number_leaves_and_comes_back_the_same()
    {
        double[] values = [0, -5, 1e-320, 0.1 + 0.2, 0.12345678901234568, 1e15, -1e15, double.Epsilon, 100.5];
        using var stream = new MemoryStream();
        using (var csv = new CsvText(stream))
            foreach (var value in values)
            {
                csv.Number(value);
                csv.EndRow();
            }
        var cells = System.Text.Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').Split("\r\n")[..^1];
        Assert.Equal(values, cells.Select(cell => NumberText.TryParse(cell, '.', out var read) ? read : double.NaN));
    }

    [Fact]
    public void A_hundred_thousand_different_words_are_a_text_and_no_category()
    {
        using var csv = new CsvOnDisk("id,word\n" + string.Concat(Enumerable.Range(1, 100_000).Select(i => $"{i},w{i % 99_000}\n")));
        var word = ColumnDetection.Guess(csv.Path, csv.Format)[1];
        Assert.Equal((ColumnRole.Text, "10,000 different values in 10,000 rows"), (word.Role, word.Reason));
    }

    [Fact]
    public void A_name_of_a_hundred_kilobytes_rejects_its_record_only()
    {
        using var csv = new CsvOnDisk($"id,name\n1,{new string('x', 100_000)}\n2,Anna\n");
        Assert.Equal(["2! a field longer than 32,768 characters", "3: 2|Anna"], csv.Records());
    }

    [Fact]
    public void Zero_width_characters_piled_accents_and_controls_leave_a_text_that_can_be_shown()
    {
        var zalgo = "Z" + string.Concat(Enumerable.Repeat("\u0335\u0489", 1_000));
        var clean = CellText.Clean($"An\u200Bna\u0000\u000B\uFFFE {zalgo}");
        System.Xml.XmlConvert.VerifyXmlChars(clean);
        Assert.StartsWith("An\u200Bna Z", clean, StringComparison.Ordinal);
    }
}
