using System.Text.Json;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>The awkward files of csv-spectrum, each against the JSON that it means.</summary>
public sealed class CsvSpectrumTests
{
    [SkippableTheory]
    [InlineData("comma_in_quotes")]
    [InlineData("empty")]
    [InlineData("empty_crlf")]
    [InlineData("escaped_quotes")]
    [InlineData("json")]
    [InlineData("newlines")]
    [InlineData("quotes_and_newlines")]
    [InlineData("simple")]
    [InlineData("simple_crlf")]
    [InlineData("utf8")]
    public void A_file_means_its_json(string name)
    {
        var folder = RealFiles.Folder("csv-spectrum");
        Assert.Equal(Expected(folder, name), Read(Path.Combine(folder, "csvs", name + ".csv")));
    }

    // The copy lost its CRLF on the way; they are put back.
    [SkippableFact]
    public void Newlines_with_carriage_returns_mean_their_json()
    {
        var folder = RealFiles.Folder("csv-spectrum");
        var text = File.ReadAllText(Path.Combine(folder, "csvs", "newlines_crlf.csv")).ReplaceLineEndings("\r\n");
        using var csv = new CsvOnDisk(text);
        Assert.Equal(Expected(folder, "newlines_crlf"), Read(csv.Path));
    }

    // Its JSON holds another phone number than its CSV; the other fields must agree, inch marks included.
    [SkippableFact]
    public void Lone_quotes_inside_coordinates_are_data()
    {
        var folder = RealFiles.Folder("csv-spectrum");
        var expected = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "json", "location_coordinates.json")))!;
        expected["Contact Phone Number"] = "2095257564";
        Assert.Equal([expected], Read(Path.Combine(folder, "csvs", "location_coordinates.csv")));
    }

    private static List<Dictionary<string, string>> Expected(string folder, string name) =>
        JsonSerializer.Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(Path.Combine(folder, "json", name + ".json")))!;

    private static List<Dictionary<string, string>> Read(string path)
    {
        using var csv = CsvFile.Open(path, CsvDetection.Detect(path));
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            Assert.Null(csv.Problem);
            rows.Add(csv.Columns.Zip(CsvOnDisk.Fields(csv)).ToDictionary(p => p.First, p => p.Second));
        }
        return rows;
    }
}
