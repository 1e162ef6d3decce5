namespace Dashboard.Data;

/// <summary>The one place that knows how customers are stored.</summary>
public sealed class CustomerStore(DatabaseFile file, WriteGate gate)
{
    private const int AssignmentBatch = 20_000;

    public void Create(Dataset dataset) => Execute(new CustomerTable(dataset).CreateSql());

    public void Drop(Dataset dataset) => Execute(new CustomerTable(dataset).DropSql());

    /// <summary>Takes a version back that is not, or no longer, seen by anyone.</summary>
    public void Discard(Dataset dataset, int version)
    {
        var name = new CustomerTable(dataset).Name;
        Execute($"DELETE FROM {name} WHERE from_version = {version}; UPDATE {name} SET to_version = NULL WHERE to_version = {version};");
    }

    public CustomerWriter Write(Dataset dataset, int version, CancellationToken cancellation) =>
        new(file.Path, new CustomerTable(dataset), version, gate, cancellation);

    public CustomerReader Read(Dataset dataset, int version) => new(file.Path, new CustomerTable(dataset), version, dataset.Customers);

    /// <summary>The statistics of a column, from all its values in one version.</summary>
    public void Describe(Dataset dataset, int version, Column column)
    {
        using var reader = Read(dataset, version);
        if (CustomerTable.IsNumber(column))
        {
            NumberSummary.Of(reader.Numbers([column]).Values[0]).WriteTo(column);
        }
        else
        {
            (column.Missing, column.Distinct) = reader.CountTexts(column);
        }
    }

    public void FillWithMedian(Dataset dataset, int version, Column column)
    {
        var (table, name) = (new CustomerTable(dataset).Name, CustomerTable.NameOf(column));
        Execute($"UPDATE {table} SET {name} = {column.Median:R} WHERE {name} IS NULL AND from_version = {version};");
    }

    /// <summary>One row per customer that was used. In batches, so that others may write in between; nobody reads them before the run is complete.</summary>
    public void WriteAssignments(int run, long[] rows, int[] segments, double[] distances, CancellationToken cancellation)
    {
        Execute($"DELETE FROM Assignments WHERE RunId = {run};");
        using var connection = new RawConnection(file.Path);
        connection.Execute("PRAGMA synchronous=NORMAL");
        using var insert = connection.Prepare("INSERT INTO Assignments (RunId, CustomerRow, SegmentIndex, Distance) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, run);
        for (var from = 0; from < rows.Length; from += AssignmentBatch)
        {
            cancellation.ThrowIfCancellationRequested();
            using var turn = gate.Enter(cancellation);
            connection.Execute("BEGIN IMMEDIATE");
            for (var i = from; i < Math.Min(rows.Length, from + AssignmentBatch); i++)
            {
                insert.Bind(2, rows[i]).Bind(3, segments[i]).BindOrNull(4, distances[i]).Run();
            }
            connection.Execute("COMMIT");
        }
    }

    private void Execute(string sql)
    {
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute($"BEGIN IMMEDIATE; {sql} COMMIT;");
    }
}
