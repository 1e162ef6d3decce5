using System.Text;

namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>What the customer with a key was in each version up to the reader's own, the oldest first; empty when there is none.</summary>
    public IReadOnlyList<CustomerVersion> History(string key)
    {
        var columns = string.Concat(Stored.Select(c => ", " + CustomerTable.NameOf(c)));
        using var statement = _connection.Prepare(
            $"SELECT row, COALESCE(key_text, key){columns}, from_version, to_version, left_out FROM {_table.Name} WHERE key = ?2 AND from_version <= ?1 ORDER BY from_version");
        statement.Bind(1, _version).Bind(2, Encoding.UTF8.GetBytes(CustomerTable.Fold(key)));
        var (versions, from) = (new List<CustomerVersion>(), Stored.Count + 2);
        while (statement.Step())
        {
            versions.Add(new(Row(statement), (int)statement.Integer(from), statement.IsNull(from + 1) ? null : (int)statement.Integer(from + 1), (LeftOut)statement.Integer(from + 2)));
        }
        return versions;
    }
}
