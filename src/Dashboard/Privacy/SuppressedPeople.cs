using System.Buffers.Binary;

namespace Dashboard.Privacy;

/// <summary>Those on the suppression list whom one data set may hold, for a look at each of a million rows.</summary>
public sealed class SuppressedPeople(IEnumerable<byte[]> everywhere, IEnumerable<byte[]> keys, Pseudonyms pseudonyms)
{
    private readonly HashSet<UInt128> _addresses = [.. everywhere.Select(Short)];
    private readonly HashSet<UInt128> _keys = [.. keys.Select(Short)];

    public bool IsEmpty => _addresses.Count + _keys.Count == 0;

    public bool HasAddresses => _addresses.Count > 0;

    public bool HasKey(string key) => _keys.Count > 0 && _keys.Contains(Short(pseudonyms.Of(key))) || HasAddress(key);

    public bool HasAddress(string? text) => text is not null && _addresses.Count > 0 && text.Contains('@') && _addresses.Contains(Short(pseudonyms.Of(text)));

    /// <summary>Half of a pseudonym tells people apart as well as all of it.</summary>
    private static UInt128 Short(byte[] pseudonym) => BinaryPrimitives.ReadUInt128BigEndian(pseudonym);
}
