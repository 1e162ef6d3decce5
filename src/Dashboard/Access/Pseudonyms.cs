using System.Security.Cryptography;
using System.Text;
using Dashboard.Data;

namespace Dashboard.Access;

/// <summary>
/// What customers are called where their names must not stay: always the same for the same key, and nothing that anyone can guess
/// who has not the secret of this site.
/// </summary>
public sealed class Pseudonyms(StorageFolder folder)
{
    private const int Digits = 12;
    private readonly byte[] _secret = folder.Secret("pseudonyms");

    public string OfCustomer(string key) => "customer " + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(CustomerTable.Fold(key))))[..Digits];
}
