namespace Dashboard.Tests.Csv;

/// <summary>A few random changes to a file: bytes that matter to a CSV put in, bytes changed, stretches cut out or repeated.</summary>
internal static class Mutation
{
    private static readonly byte[][] Bits =
        ["\""u8.ToArray(), "\"\""u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(),
         [0xFF], [0xFE], [0xFF, 0xFE], [0xC3], [0xEF, 0xBB, 0xBF], "1e400"u8.ToArray(), "="u8.ToArray(), " "u8.ToArray(), "\t"u8.ToArray(), "|"u8.ToArray(),
         "sep=;\n"u8.ToArray(), ",,"u8.ToArray(), "\",\""u8.ToArray()];

    public static byte[] Of(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0: bytes.InsertRange(at, Bits[random.Next(Bits.Length)]); break;
                case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 2 when at < bytes.Count: bytes.RemoveRange(at, Length(random, bytes.Count - at)); break;
                default: bytes.InsertRange(at, Stretch(bytes, random)); break;
            }
        }
        return [.. bytes];
    }

    // Mostly short, or nothing of a file would live through its second change.
    private static int Length(Random random, int most) => random.Next(1, 1 + (random.Next(8) == 0 ? most : Math.Min(most, 40)));

    private static byte[] Stretch(List<byte> bytes, Random random)
    {
        if (bytes.Count == 0) return [];
        var from = random.Next(bytes.Count);
        return [.. bytes[from..(from + Length(random, Math.Min(bytes.Count - from, 400)))]];
    }
}
