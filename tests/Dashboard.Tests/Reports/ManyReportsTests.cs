namespace Dashboard.Tests.Reports;

/// <summary>By itself, since the memory of the process is everybody's.</summary>
[Collection(nameof(ManyReportsTests))]
public sealed class ManyReportsTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private const long MostGrown = 3 << 20;

    [CollectionDefinition(nameof(ManyReportsTests), DisableParallelization = true)]
    public sealed class ByItself;

    /// <summary>One report is about 100 kB: had something of each been kept, it would show.</summary>
    [SkippableFact]
    public async Task A_hundred_in_a_row_do_not_grow_memory()
    {
        Skip.If(!File.Exists("/usr/bin/chromium"), "chromium is not installed");
        await PrintAsync(20);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var bytes = await PrintAsync(100);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MostGrown);
        Assert.True(bytes > MostGrown, "There was too little of them to tell.");
    }

    /// <summary>As the printer takes them: two at a time.</summary>
    private async Task<long> PrintAsync(int reports)
    {
        var bytes = 0L;
        await Parallel.ForAsync(0, reports, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, cancellation) =>
            Interlocked.Add(ref bytes, (await site.Api().GetByteArrayAsync($"/api/v1/segments/{site.SegmentIds[i % 2]}/report.pdf", cancellation)).Length));
        return bytes;
    }
}
