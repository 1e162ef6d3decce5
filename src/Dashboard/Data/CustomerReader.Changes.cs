namespace Dashboard.Data;

public sealed partial class CustomerReader
{
    /// <summary>The customers whom the reader's own version changed, before and after it.</summary>
    public IEnumerable<(CustomerRow Before, CustomerRow After)> Changed()
    {
        string Of(string row) => $"{row}.row, COALESCE({row}.key_text, {row}.key){string.Concat(Stored.Select(c => $", {row}.{CustomerTable.NameOf(c)}"))}";
        using var statement = _connection.Prepare(
            $"SELECT {Of("old")}, {Of("new")} FROM {_table.Name} new JOIN {_table.Name} old ON old.key = new.key AND old.to_version = ?1 WHERE new.from_version = ?1 AND new.left_out IS NULL ORDER BY new.row");
        statement.Bind(1, _version);
        while (statement.Step())
        {
            yield return (Row(statement), Row(statement, Stored.Count + 2));
        }
    }

    /// <summary>The customers whom a version brought or changed and one of the later ones changed again.</summary>
    public IReadOnlyList<string> ChangedAgain(int version, IEnumerable<int> later)
    {
        var keys = new List<string>();
        using var statement = _connection.Prepare(
            $"SELECT COALESCE(key_text, key) FROM {_table.Name} WHERE from_version = ?1 AND to_version IN ({string.Join(',', later)}) AND left_out IS NULL ORDER BY row");
        statement.Bind(1, version);
        while (statement.Step())
        {
            keys.Add(statement.Text(0)!);
        }
        return keys;
    }
}
