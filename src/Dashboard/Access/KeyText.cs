using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Access;

/// <summary>How a key is written: mk, eight digits that may be shown, and 256 secret bits.</summary>
public static partial class KeyText
{
    public static (string PublicId, string Key) Make()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return (id, $"mk_{id}_{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32))}");
    }

    /// <summary>Null for a text of another form, which the key of the settings may be.</summary>
    public static string? PublicIdOf(string key) => Form().IsMatch(key) ? key.Substring(3, 8) : null;

    [GeneratedRegex(@"^mk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}\z")]
    private static partial Regex Form();
}
