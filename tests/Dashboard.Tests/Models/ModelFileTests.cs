using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Documents;

namespace Dashboard.Tests.Models;

public sealed class ModelFileTests(TenThousandCustomers site) : IClassFixture<TenThousandCustomers>
{
    [SkippableTheory]
    [MemberData(nameof(TenThousandCustomers.Wishes), MemberType = typeof(TenThousandCustomers))]
    public async Task Another_program_places_by_the_file_as_the_dashboard_does(string wish)
    {
        var run = await site.RunAsync(wish);
        var (model, customers) = (Path.Combine(site.Folder, $"{run}.json"), Path.Combine(site.Folder, "customers.csv"));
        await File.WriteAllTextAsync(model, await FileAsync(run));
        await File.WriteAllTextAsync(customers, TenThousandCustomers.Csv());

        var placed = Python(Repository.PathOf("docs/place_by_model.py"), model, customers);

        var expected = (await site.PlacedAsync(run)).Select(row => row.Split('|')).ToDictionary(row => row[0], row => row[1]);
        Assert.Equal(Enumerable.Range(0, expected.Count).Select(i => expected[$"K{i}"]), placed.Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task A_file_says_where_it_comes_from_and_its_checksum_is_of_the_content_as_it_stands()
    {
        var run = await site.RunAsync(TenThousandCustomers.All[0]);

        var text = await FileAsync(run);

        var file = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("customer segments", 1), (file.Text("format"), file.Int("formatVersion")));
        var content = text.TrimEnd()[(text.IndexOf("\"content\":", StringComparison.Ordinal) + 10)..^1];
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))), file.Text("sha256"));
        Assert.Equal((run, 1), (file.GetProperty("content").GetProperty("run").Id(), file.GetProperty("content").GetProperty("data").Int("version")));
        Assert.Equal(["Age", "Income (k$)", "Spending"], file.GetProperty("content").Items("columns").Select(c => c.Text("name")));
        Assert.Equal(6, file.GetProperty("content").Items("segments").Count);
    }

    [SkippableFact]
    public async Task A_file_that_was_changed_is_noticed()
    {
        var path = Path.Combine(site.Folder, "changed.json");
        await File.WriteAllTextAsync(path, (await FileAsync(await site.RunAsync(TenThousandCustomers.All[0]))).Replace("\"offset\":", "\"offset\":1"));

        Assert.Contains("checksum does not fit", Complaint(Repository.PathOf("docs/place_by_model.py"), path, path));
    }

    private Task<string> FileAsync(int run) => site.Api().GetStringAsync($"/api/v1/runs/{run}/model.json");

    private static string[] Python(params string[] arguments)
    {
        var (exit, output, errors) = Start(arguments);
        Assert.True(exit == 0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Complaint(params string[] arguments)
    {
        var (exit, _, errors) = Start(arguments);
        Assert.NotEqual(0, exit);
        return errors;
    }

    private static (int Exit, string Output, string Errors) Start(string[] arguments)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return (python.ExitCode, output, errors.Result);
        }
        catch (Win32Exception)
        {
            throw new SkipException("python3 is not installed");
        }
    }
}
