namespace Dashboard.Data;

public sealed partial class CustomerStore
{
    private const string LastSpokenOf = "max(max(from_version, COALESCE(seen_version, 0)))";

    /// <summary>How many customers each version was the last to speak of: it brought them, changed them, or had them unchanged.</summary>
    public IReadOnlyDictionary<int, int> CountByLastVersion(Dataset dataset) =>
        Counts($"SELECT last, count(*) FROM (SELECT {LastSpokenOf} AS last FROM {new CustomerTable(dataset).Name} GROUP BY key) GROUP BY last");

    /// <summary>How many customers have which whole number in a column.</summary>
    public IReadOnlyDictionary<int, int> CountByNumber(Dataset dataset, Column column) =>
        Counts($"SELECT CAST({CustomerTable.NameOf(column)} AS INTEGER), count(*) FROM {new CustomerTable(dataset).Name} GROUP BY 1");

    /// <summary>Deletes those whom no version after this one speaks of.</summary>
    public int DeleteUpTo(Dataset dataset, int version)
    {
        var table = new CustomerTable(dataset).Name;
        return Delete(dataset, $"key IN (SELECT key FROM {table} GROUP BY key HAVING {LastSpokenOf} <= {version})");
    }

    public int DeleteAbove(Dataset dataset, Column column, int number) => Delete(dataset, $"{CustomerTable.NameOf(column)} > {number}");

    /// <summary>Deletes what customers were before versions up to this one, but for what a segmentation in use looks at.</summary>
    public int DeleteReplaced(Dataset dataset, int version, int? inUse) =>
        Delete(dataset, $"to_version <= {version}{(inUse is { } pinned ? $" AND NOT ({CustomerTable.IsIn($"{pinned}")})" : "")}");

    /// <summary>In one transaction, so that no membership is left without its customer.</summary>
    private int Delete(Dataset dataset, string condition)
    {
        var table = new CustomerTable(dataset).Name;
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute($"""
            BEGIN IMMEDIATE;
            DELETE FROM Assignments WHERE RunId IN (SELECT Id FROM Runs WHERE DatasetId = {dataset.Id}) AND CustomerRow IN (SELECT row FROM {table} WHERE {condition});
            DELETE FROM {table} WHERE {condition};
            """);
        var rows = connection.Changes;
        connection.Execute("COMMIT");
        return rows;
    }

    private Dictionary<int, int> Counts(string sql)
    {
        var counts = new Dictionary<int, int>();
        using var connection = new RawConnection(file.Path);
        using var count = connection.Prepare(sql);
        while (count.Step())
        {
            counts[(int)count.Integer(0)] = (int)count.Integer(1);
        }
        return counts;
    }
}
