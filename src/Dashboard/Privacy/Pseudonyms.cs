using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;

namespace Dashboard.Privacy;

/// <summary>Addresses and keys as what cannot be read back: HMAC-SHA256 under a secret of this site that lies beside the database, never in it.</summary>
public sealed class Pseudonyms(StorageFolder folder)
{
    private const string Name = "pseudonyms";
    private const int Digits = 12;
    private readonly Lazy<byte[]> _secret = new(() => folder.Secret(Name));

    public bool HasSecret => folder.HasSecret(Name);

    public byte[] Of(string text) => OfExactly(Normal(text));

    public byte[] OfExactly(string text) => HMACSHA256.HashData(_secret.Value, Encoding.UTF8.GetBytes(text));

    /// <summary>What customers are called in the audit log, where their names must not stay.</summary>
    public string OfCustomer(string key) => "customer " + Convert.ToHexStringLower(OfExactly(CustomerTable.Fold(key)))[..Digits];

    /// <summary>Without case and blanks around it, and of an address without its tag: Ada+news@Example.com is ada@example.com.</summary>
    public static string Normal(string text)
    {
        var folded = CustomerTable.Fold(text);
        var (tag, at) = (folded.IndexOf('+'), folded.LastIndexOf('@'));
        return tag > 0 && tag < at ? folded[..tag] + folded[at..] : folded;
    }
}
