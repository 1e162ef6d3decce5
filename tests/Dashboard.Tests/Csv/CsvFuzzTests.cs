using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Dashboard.Tests.Csv;

/// <summary>
/// Mutated files are refused or accounted for to the last character, without a crash and in good time. A usual run ends after a minute
/// even on a busy machine. DASHBOARD_FUZZ sets the number of mutations whatever the time, DASHBOARD_FUZZ_SEED the seed; without one a campaign
/// takes a new one and prints it.
/// </summary>
public sealed class CsvFuzzTests(ITestOutputHelper output)
{
    private static readonly string? Campaign = Environment.GetEnvironmentVariable("DASHBOARD_FUZZ");
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AtMost = Campaign is null ? TimeSpan.FromSeconds(60) : TimeSpan.MaxValue;

    private static readonly byte[][] Small =
    [
        "id,name,age\n1,Anna,20\n2,\"B\"\"ela\",30\n3,\"two\nlines\",40\n"u8.ToArray(),
        "sep=;\r\nid;income\r\n1;1.234,50\r\n2;2,5\r\n"u8.ToArray(),
        "Report\n\na|b|c\r1|2|3\r\r4|5|6"u8.ToArray(),
        "\uFEFFid\tnév\n1\tŐrsi\n2\t日本😀\n"u8.ToArray(),
        "1001,Anna,20\n1002,Bea,30,\n1003,Cili,40,,\n"u8.ToArray(),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n1,é\n")).ToArray(),
    ];

    [Fact]
    public Task Mutations_of_small_files_are_refused_or_accounted_for() =>
        RunAsync(10_000, random => Small[random.Next(Small.Length)]);

    [SkippableFact]
    public Task Mutations_of_real_files_are_refused_or_accounted_for()
    {
        var seeds = new RealSeeds();
        Assert.Equal(16, seeds.Count);
        return RunAsync(100_000, seeds.Next);
    }

    private async Task RunAsync(int usually, Func<Random, byte[]> seeds)
    {
        var mutations = Campaign is null ? usually : int.Parse(Campaign, CultureInfo.InvariantCulture);
        var seed = Seed();
        output.WriteLine($"{mutations:N0} mutations from seed {seed}");
        using var run = new FuzzRun(new Random(seed), seeds);
        var work = Task.Factory.StartNew(() => run.Run(mutations, AtMost), TaskCreationOptions.LongRunning);
        while (await Task.WhenAny(work, Task.Delay(1_000)) != work) Assert.True(run.SinceLast < Longest, $"seed {seed}, hangs on {run}");
        try
        {
            await work;
        }
        catch (Exception e)
        {
            Assert.Fail($"seed {seed}, {run}: {e}");
        }
        output.WriteLine($"{run.Done:N0} done, {run.Refused:N0} refused, {run.Records:N0} records in the others, {run.Elapsed.TotalSeconds:N1} s");
        Assert.InRange(run.Refused, 0, run.Done / 4);
    }

    private static int Seed() => Environment.GetEnvironmentVariable("DASHBOARD_FUZZ_SEED") is { } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Campaign is null ? 20250630 : (int)(Stopwatch.GetTimestamp() & int.MaxValue);
}
