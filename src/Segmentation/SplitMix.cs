namespace Segmentation;

/// <summary>A small seeded generator whose numbers are the same on every machine and runtime (SplitMix64, Steele et al., OOPSLA 2014).</summary>
internal sealed class SplitMix(long seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>The generator of one of many independent streams under one seed.</summary>
    public static SplitMix Stream(int seed, int stream) => new((long)new SplitMix(((long)seed << 32) ^ (uint)stream).Next());

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 … bound - 1.</summary>
    public int NextBelow(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A sorted sample of distinct numbers below n (selection sampling, Knuth TAOCP 2, algorithm S).</summary>
    public int[] Sample(int n, int size)
    {
        var chosen = new int[Math.Min(n, size)];
        for (int i = 0, taken = 0; taken < chosen.Length; i++)
        {
            if (NextDouble() * (n - i) < chosen.Length - taken)
                chosen[taken++] = i;
        }
        return chosen;
    }
}
