using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dashboard.Access;

/// <summary>Codes that change every 30 seconds: RFC 6238 with SHA-1 and six digits, as authenticator apps make them.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 30;

    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The apps know no other; an HMAC does not suffer from SHA-1's collisions.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        // RFC 4226, 5.3: the last half byte says where the four bytes of the code begin.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6");
    }

    public static byte[] KeyOf(string base32)
    {
        var (key, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in base32)
        {
            (bits, held) = (bits << 5 | Base32.IndexOf(letter, StringComparison.Ordinal), held + 5);
            if (held >= 8)
            {
                held -= 8;
                key.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }
        return [.. key];
    }
}
