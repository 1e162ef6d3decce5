using System.Diagnostics;
using SqliteNative.Tests.DataSqlite;
using Xunit.Abstractions;

namespace SqliteNative.Tests.Soak;

[Collection(nameof(Alone))]
[Trait("Category", "Soak")]
public sealed class SoakTests(ITestOutputHelper output) : IDisposable
{
    private const long Mebibyte = 1 << 20;

    private static readonly TimeSpan length =
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("SOAK_SECONDS") ?? "60"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public async Task Mixed_work_loses_nothing_and_leaks_nothing()
    {
        Skip.If(length <= TimeSpan.Zero, "SOAK_SECONDS is 0");
        var shop = new SoakShop(folder.File());
        var watch = Stopwatch.StartNew();
        var work = shop.Work.Select(job => Repeat(job, watch)).ToArray();

        await Task.Delay(length / 4);
        var before = Measure("warm");
        await Task.WhenAll(work);
        var after = Measure("end");

        output.WriteLine(shop.Report());
        shop.AssertEverythingIsThere();
        Assert.InRange(after.Managed - before.Managed, -256 * Mebibyte, 8 * Mebibyte);
        Assert.InRange(after.Native - before.Native, -256 * Mebibyte, 8 * Mebibyte);
        Assert.InRange(after.Process - before.Process, -512 * Mebibyte, 64 * Mebibyte);
    }

    private static Task Repeat(Action<Random> job, Stopwatch watch) => Task.Factory.StartNew(
        () =>
        {
            var random = new Random(job.Method.Name.Length);
            while (watch.Elapsed < length) job(random);
        },
        TaskCreationOptions.LongRunning);

    private (long Managed, long Native, long Process) Measure(string moment)
    {
        Memory.Collect();
        using var process = Process.GetCurrentProcess();
        var measured = (GC.GetTotalMemory(forceFullCollection: true), SQLitePCL.raw.sqlite3_memory_used(), process.WorkingSet64);
        output.WriteLine($"{moment}: managed, native, process in KiB: "
            + $"{measured.Item1 / 1024}, {measured.Item2 / 1024}, {measured.WorkingSet64 / 1024}");
        return measured;
    }
}
