using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;

namespace Dashboard.Privacy;

/// <summary>Addresses and keys as what cannot be read back: HMAC-SHA256 under a key of this site that lies beside the database, never in it.</summary>
public sealed class Pseudonyms(StorageFolder folder)
{
    private const int KeyBytes = 32;
    private readonly Lazy<byte[]> _key = new(() => ReadOrMake(PathIn(folder)));

    public bool HasKey => File.Exists(PathIn(folder));

    public byte[] Of(string text) => OfExactly(Normal(text));

    public byte[] OfExactly(string text) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(text));

    /// <summary>Without case and blanks around it, and of an address without its tag: Ada+news@Example.com is ada@example.com.</summary>
    public static string Normal(string text)
    {
        var folded = CustomerTable.Fold(text);
        var (tag, at) = (folded.IndexOf('+'), folded.LastIndexOf('@'));
        return tag > 0 && tag < at ? folded[..tag] + folded[at..] : folded;
    }

    private static string PathIn(StorageFolder folder) => Path.Combine(folder.Keys, "pseudonyms.key");

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }
        return File.ReadAllBytes(path) is { Length: KeyBytes } key ? key
            : throw new StartRefused($"{path} is damaged. Put it back from where you keep the keys of this site.");
    }
}
