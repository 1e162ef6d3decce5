using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Csv;

/// <summary>
/// The same 32 characters for the same set of columns: cleaned as <see cref="ColumnNames"/> does, whatever their case and order, since a
/// mapping goes by name. Nameless columns are called by their place, so one of those moved is another header.
/// </summary>
public static class HeaderFingerprint
{
    public static string Of(IEnumerable<string> headers)
    {
        var names = ColumnNames.Clean([.. headers]).Select(ColumnNames.Fold).Order(StringComparer.Ordinal);
        // A cleaned name holds no line break, so this joins no two lists of names into the same text.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names))))[..32];
    }
}
