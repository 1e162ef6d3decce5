using System.Diagnostics;

namespace Dashboard.Tests.Csv;

/// <summary>Mutations one after the other, each read whole; what is under way can be asked from outside.</summary>
internal sealed class FuzzRun(Random random, Func<Random, byte[]> seeds) : IDisposable
{
    // In memory where there is such a folder: a disk shared with others takes longer than the reading.
    private readonly string path = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), Guid.NewGuid() + ".csv");
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan begun;
    private byte[] bytes = [];
    private int mutation;

    public int Refused { get; private set; }
    public long Records { get; private set; }
    public TimeSpan Elapsed => watch.Elapsed;
    public TimeSpan SinceLast => watch.Elapsed - begun;

    public int Done => mutation;

    public void Run(int mutations, TimeSpan atMost)
    {
        for (mutation = 0; mutation < mutations && watch.Elapsed < atMost; mutation++)
        {
            begun = watch.Elapsed;
            bytes = Mutation.Of(seeds(random), random);
            File.WriteAllBytes(path, bytes);
            var records = Accounts.Of(path, bytes);
            if (records is null) Refused++;
            Records += records ?? 0;
        }
        watch.Stop();
    }

    public override string ToString() => $"mutation {mutation}: {Convert.ToHexString(bytes)}";

    public void Dispose() => File.Delete(path);
}
