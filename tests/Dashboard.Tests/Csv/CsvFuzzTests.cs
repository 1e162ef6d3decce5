using System.Text;
using Dashboard.Csv;

namespace Dashboard.Tests.Csv;

/// <summary>Small files, mutated with a seed: nothing but a refusal may be thrown, and the records hold every character that is no blank, in order.</summary>
public sealed class CsvFuzzTests
{
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("FUZZ_MUTATIONS") ?? "10000");

    private static readonly byte[][] Seeds =
    [
        "id,name,age\n1,Anna,20\n2,\"B\"\"ela\",30\n3,\"two\nlines\",40\n"u8.ToArray(),
        "sep=;\r\nid;income\r\n1;1.234,50\r\n2;2,5\r\n"u8.ToArray(),
        "Report\n\na|b|c\r1|2|3\r\r4|5|6"u8.ToArray(),
        "\uFEFFid\tnév\n1\tŐrsi\n2\t日本😀\n"u8.ToArray(),
        Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("a,b\n1,é\n")).ToArray(),
    ];

    private static readonly byte[][] Bits =
        ["\""u8.ToArray(), "\"\""u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(),
         [0xFF], [0xFE], [0xFF, 0xFE], [0xC3], [0xEF, 0xBB, 0xBF], "1e400"u8.ToArray(), "="u8.ToArray(), " "u8.ToArray(), "\t"u8.ToArray()];

    [Fact]
    public void Mutated_files_are_refused_or_accounted_for()
    {
        var random = new Random(20250630);
        for (var n = 0; n < Mutations; n++)
        {
            var bytes = Mutate(Seeds[random.Next(Seeds.Length)], random);
            using var csv = new CsvOnDisk(bytes);
            try
            {
                Account(csv, bytes);
            }
            catch (CsvRefused)
            {
                continue;
            }
            catch (Exception e)
            {
                Assert.Fail($"mutation {n}: {Convert.ToHexString(bytes)}: {e}");
            }
        }
    }

    private static void Account(CsvOnDisk onDisk, byte[] bytes)
    {
        var format = onDisk.Format;
        using var csv = onDisk.Open(format);
        var raw = new StringBuilder(csv.Raw);
        for (var last = csv.Line; csv.Read(); last = csv.Line)
        {
            Assert.True(csv.Line > last, $"line {csv.Line} after line {last}");
            Assert.True(csv.Problem is not null || csv.FieldCount == csv.Columns.Count);
            raw.Append(csv.Raw);
            for (var i = 0; i < csv.FieldCount; i++) Touch(csv.Field(i));
        }
        Assert.Equal(WithoutBlanks(AfterPreamble(bytes, format)), WithoutBlanks(raw.ToString()));
        Assert.Equal(csv.Length, csv.BytesRead);
        ColumnDetection.Guess(onDisk.Path, format);
    }

    private static string AfterPreamble(byte[] bytes, CsvFormat format)
    {
        var text = Encoding.GetEncoding(format.EncodingName).GetString(bytes);
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return string.Join('\n', lines[format.PreambleLines..]);
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => c is not (' ' or '\t' or '\r' or '\n' or '\uFEFF')));

    private static void Touch(ReadOnlySpan<char> cell)
    {
        if (NumberText.TryParse(cell, '.', out var value)) Assert.True(Math.Abs(value) <= NumberText.Largest);
        Assert.False(CellText.Clean(cell).Contains('\0'));
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(4))
            {
                case 0: bytes.InsertRange(at, Bits[random.Next(Bits.Length)]); break;
                case 1 when at < bytes.Count: bytes[at] = (byte)random.Next(256); break;
                case 2 when at < bytes.Count: bytes.RemoveRange(at, random.Next(1, bytes.Count - at + 1)); break;
                default: bytes.InsertRange(at, bytes.Take(random.Next(bytes.Count)).ToArray()); break;
            }
        }
        return [.. bytes];
    }
}
