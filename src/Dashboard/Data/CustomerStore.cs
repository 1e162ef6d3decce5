namespace Dashboard.Data;

/// <summary>The one place that knows how customers are stored.</summary>
public sealed partial class CustomerStore(DatabaseFile file, WriteGate gate)
{
    private const int Batch = 20_000;

    public void Create(Dataset dataset) => Execute(new CustomerTable(dataset).CreateSql());

    public void Drop(Dataset dataset) => Execute(new CustomerTable(dataset).DropSql());

    /// <summary>Makes room for columns that a later file brought; harmless when they are there.</summary>
    public void AddColumns(Dataset dataset, IReadOnlyList<Column> columns)
    {
        var table = new CustomerTable(dataset);
        var missing = columns.Where(c => c.IsStored && !HasColumn(table, CustomerTable.NameOf(c))).ToList();
        Execute(string.Concat(missing.Select(table.AddColumnSql)));
    }

    public void RenewView(Dataset dataset) => Execute(new CustomerTable(dataset).ViewSql());

    /// <summary>Takes a version back that is not, or no longer, seen by anyone.</summary>
    public void Discard(Dataset dataset, int version) => Execute(new CustomerTable(dataset).DiscardSql(version));

    /// <summary>Takes a version back that others still look at: what was there before it comes again as the version <paramref name="next"/>.</summary>
    public void Revert(Dataset dataset, int version, int next) => Execute(new CustomerTable(dataset).RevertSql(version, next));

    /// <summary>For the first customers of a data set.</summary>
    public CustomerLoader Load(Dataset dataset, int version, CancellationToken cancellation) => new(file.Path, new CustomerTable(dataset), version, gate, cancellation);

    /// <summary>For a data set that has customers.</summary>
    public CustomerWriter Write(Dataset dataset, int version, MatchRule rule, CancellationToken cancellation) =>
        new(file.Path, new CustomerTable(dataset), version, rule, dataset.KeepDays is not null, gate, cancellation);

    public CustomerTrial Try(Dataset dataset, int version, MatchRule? rule) => new(file.Path, new CustomerTable(dataset), version, rule);

    public CustomerReader Read(Dataset dataset, int version) => new(file.Path, new CustomerTable(dataset), version, dataset.Customers);

    /// <summary>The statistics of a column, from all its values in one version.</summary>
    public void Describe(Dataset dataset, int version, Column column)
    {
        using var reader = Read(dataset, version);
        if (CustomerTable.IsNumber(column))
        {
            reader.Summarise(column).WriteTo(column);
        }
        else
        {
            (column.Missing, column.Distinct) = reader.CountTexts(column);
        }
    }

    /// <summary>Number and statistics of the customers whom people see now.</summary>
    public void Describe(Dataset dataset)
    {
        dataset.Customers = dataset.Version == 0 ? 0 : Count(dataset, dataset.Version);
        dataset.CountKeys();
        foreach (var column in dataset.Columns.Where(c => c.IsStored && dataset.Customers > 0))
        {
            Describe(dataset, dataset.Version, column);
        }
    }

    public int Count(Dataset dataset, int version)
    {
        using var connection = new RawConnection(file.Path);
        using var count = connection.Prepare($"SELECT count(*) FROM {new CustomerTable(dataset).Name} WHERE {CustomerTable.VisibleIn("?1")}");
        count.Bind(1, version).Step();
        return (int)count.Integer(0);
    }

    /// <summary>The value in the middle, or the most frequent one, of a column's rows; null when it has none.</summary>
    public object? Usual(Dataset dataset, int version, Column column, bool middle)
    {
        if (middle && CustomerTable.IsNumber(column))
        {
            using var reader = Read(dataset, version);
            return reader.Summarise(column).Median;
        }
        using var connection = new RawConnection(file.Path);
        var name = CustomerTable.NameOf(column);
        using var find = connection.Prepare($"""
            SELECT {name} FROM {new CustomerTable(dataset).Name} WHERE {name} IS NOT NULL AND {CustomerTable.VisibleIn("?1")}
            GROUP BY {name} ORDER BY count(*) DESC, {name} LIMIT 1
            """);
        find.Bind(1, version);
        return !find.Step() ? null : CustomerTable.IsNumber(column) ? find.Number(0) : find.Text(0);
    }

    /// <summary>Puts one value into a column of the given rows.</summary>
    public void Fill(Dataset dataset, Column column, IReadOnlyCollection<long> rows, object value, CancellationToken cancellation)
    {
        using var connection = new RawConnection(file.Path);
        using var fill = connection.Prepare($"UPDATE {new CustomerTable(dataset).Name} SET {CustomerTable.NameOf(column)} = ?1 WHERE row = ?2");
        _ = value is double number ? fill.Bind(1, number) : fill.Bind(1, System.Text.Encoding.UTF8.GetBytes((string)value));
        foreach (var batch in rows.Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            using var turn = gate.Enter(cancellation);
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var row in batch)
            {
                fill.Bind(2, row).Run();
            }
            connection.Execute("COMMIT");
        }
    }

    /// <summary>One row per customer that was used. In batches, so that others may write in between; nobody reads them before the run is complete.</summary>
    public void WriteAssignments(int run, long[] rows, int[] segments, double[] distances, CancellationToken cancellation)
    {
        Execute($"DELETE FROM Assignments WHERE RunId = {run};");
        using var connection = new RawConnection(file.Path);
        connection.Execute("PRAGMA synchronous=NORMAL");
        using var insert = connection.Prepare("INSERT INTO Assignments (RunId, CustomerRow, SegmentIndex, Distance) VALUES (?1, ?2, ?3, ?4)");
        insert.Bind(1, run);
        for (var from = 0; from < rows.Length; from += Batch)
        {
            cancellation.ThrowIfCancellationRequested();
            using var turn = gate.Enter(cancellation);
            connection.Execute("BEGIN IMMEDIATE");
            for (var i = from; i < Math.Min(rows.Length, from + Batch); i++)
            {
                insert.Bind(2, rows[i]).Bind(3, segments[i]).BindOrNull(4, distances[i]).Run();
            }
            connection.Execute("COMMIT");
        }
    }

    /// <summary>Takes the customer with a key out of every version and every run; says how many rows that were.</summary>
    public int Erase(Dataset dataset, string key)
    {
        var table = new CustomerTable(dataset).Name;
        var folded = System.Text.Encoding.UTF8.GetBytes(CustomerTable.Fold(key));
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute("BEGIN IMMEDIATE");
        using (var forget = connection.Prepare($"DELETE FROM Assignments WHERE RunId IN (SELECT Id FROM Runs WHERE DatasetId = {dataset.Id}) AND CustomerRow IN (SELECT row FROM {table} WHERE key = ?1)"))
        {
            forget.Bind(1, folded).Run();
        }
        using var erase = connection.Prepare($"DELETE FROM {table} WHERE key = ?1");
        erase.Bind(1, folded).Run();
        var rows = connection.Changes;
        connection.Execute("COMMIT");
        return rows;
    }

    /// <summary>What was deleted leaves the log of changes too; in the file itself it is overwritten.</summary>
    public void Forget()
    {
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private bool HasColumn(CustomerTable table, string name)
    {
        using var connection = new RawConnection(file.Path);
        using var find = connection.Prepare($"SELECT 1 FROM pragma_table_info('{table.Name}') WHERE name = '{name}'");
        return find.Step();
    }

    private void Execute(string sql)
    {
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute($"BEGIN IMMEDIATE; {sql} COMMIT;");
    }
}
