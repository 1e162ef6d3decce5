namespace Dashboard.Data;

public sealed partial class CustomerStore
{
    /// <summary>
    /// Says of each customer anew why they are left out, if they are, by their newest row; older rows follow it, so that whoever objects
    /// today is gone from what was found yesterday. Returns how many rows changed.
    /// </summary>
    public int MarkLeftOut(Dataset dataset, Whom whom, IReadOnlyList<Column> columns, Func<string, string?[], LeftOut> why)
    {
        var table = new CustomerTable(dataset).Name;
        var (condition, value) = whom.In(table);
        var changes = new List<(long Row, LeftOut Why)>();
        using var connection = new RawConnection(file.Path);
        using (var read = connection.Prepare($"SELECT row, key, left_out{string.Concat(columns.Select(c => ", " + CustomerTable.NameOf(c)))} FROM {table}{condition} ORDER BY key, from_version DESC"))
        {
            read.BindIfUsed(1, value);
            var (known, texts, now) = (default(string), new string?[columns.Count], LeftOut.No);
            while (read.Step())
            {
                var key = read.Text(1)!;
                if (key != known)
                {
                    for (var i = 0; i < texts.Length; i++)
                    {
                        texts[i] = read.Text(3 + i);
                    }
                    (known, now) = (key, why(key, texts));
                }
                if ((LeftOut)read.Integer(2) != now)
                {
                    changes.Add((read.Integer(0), now));
                }
            }
        }
        Mark(connection, dataset, changes);
        return changes.Count;
    }

    /// <summary>The folded keys of those who may be meant, by their key or by an address in one of the columns. In the order of the disk, which is what makes it quick.</summary>
    public IReadOnlyCollection<string> KeysOf(Dataset dataset, IReadOnlyList<Column> columns, Func<string, bool> isMeant)
    {
        var keys = new HashSet<string>();
        using var connection = new RawConnection(file.Path);
        using var read = connection.Prepare($"SELECT key{string.Concat(columns.Select(c => ", " + CustomerTable.NameOf(c)))} FROM {new CustomerTable(dataset).Name}");
        while (read.Step())
        {
            var isFound = isMeant(read.Text(0)!);
            for (var i = 1; i <= columns.Count && !isFound; i++)
            {
                isFound = read.Utf8(i).Contains((byte)'@') && isMeant(read.Text(i)!);
            }
            if (isFound)
            {
                keys.Add(read.Text(0)!);
            }
        }
        return keys;
    }

    /// <summary>Nobody is left out any longer.</summary>
    public int MarkNobody(Dataset dataset)
    {
        using var turn = gate.Enter(CancellationToken.None);
        using var connection = new RawConnection(file.Path);
        connection.Execute($"UPDATE {new CustomerTable(dataset).Name} SET left_out = NULL WHERE left_out IS NOT NULL");
        return connection.Changes;
    }

    /// <summary>How many customers of a version are left out, by reason.</summary>
    public IReadOnlyDictionary<LeftOut, int> CountLeftOut(Dataset dataset, int version)
    {
        var counts = new Dictionary<LeftOut, int>();
        using var connection = new RawConnection(file.Path);
        using var count = connection.Prepare($"SELECT left_out, count(*) FROM {new CustomerTable(dataset).Name} WHERE {CustomerTable.IsIn("?1")} AND left_out IS NOT NULL GROUP BY left_out");
        for (count.Bind(1, version); count.Step();)
        {
            counts[(LeftOut)count.Integer(0)] = (int)count.Integer(1);
        }
        return counts;
    }

    /// <summary>False before its first import has begun, and when that failed.</summary>
    public bool Exists(Dataset dataset) => HasColumn(new CustomerTable(dataset), "row");

    /// <summary>Gives a table of an earlier version of this site the columns that it lacks.</summary>
    public void Upgrade(Dataset dataset)
    {
        var table = new CustomerTable(dataset);
        var missing = CustomerTable.Later.Where(name => Exists(dataset) && !HasColumn(table, name)).ToList();
        if (missing.Count > 0)
        {
            Execute(string.Concat(missing.Select(name => $"ALTER TABLE {table.Name} ADD COLUMN {name} INTEGER;")) + table.LeftOutSql() + table.ViewSql());
        }
    }

    /// <summary>Every key that there is, folded.</summary>
    public IEnumerable<string> Keys(Dataset dataset)
    {
        using var connection = new RawConnection(file.Path);
        using var read = connection.Prepare($"SELECT DISTINCT key FROM {new CustomerTable(dataset).Name} ORDER BY key");
        while (read.Step())
        {
            yield return read.Text(0)!;
        }
    }

    /// <summary>The texts of a customer that no other customer has in the same column, in any version.</summary>
    public IReadOnlyList<string> OwnTexts(Dataset dataset, string key)
    {
        var (table, own) = (new CustomerTable(dataset), new List<string>());
        using var connection = new RawConnection(file.Path);
        foreach (var name in table.Stored.Where(c => !CustomerTable.IsNumber(c)).Select(CustomerTable.NameOf))
        {
            using var read = connection.Prepare($"SELECT DISTINCT {name} FROM {table.Name} WHERE key = ?1 AND {name} IS NOT NULL EXCEPT SELECT {name} FROM {table.Name} WHERE key <> ?1");
            for (read.Bind(1, System.Text.Encoding.UTF8.GetBytes(CustomerTable.Fold(key))); read.Step();)
            {
                own.Add(read.Text(0)!);
            }
        }
        return own;
    }

    private void Mark(RawConnection connection, Dataset dataset, List<(long Row, LeftOut Why)> changes)
    {
        using var mark = connection.Prepare($"UPDATE {new CustomerTable(dataset).Name} SET left_out = ?2 WHERE row = ?1");
        foreach (var batch in changes.Chunk(Batch))
        {
            using var turn = gate.Enter(CancellationToken.None);
            connection.Execute("BEGIN IMMEDIATE");
            foreach (var (row, why) in batch)
            {
                mark.Bind(1, row);
                (why == LeftOut.No ? mark.BindNull(2) : mark.Bind(2, (long)why)).Run();
            }
            connection.Execute("COMMIT");
        }
    }
}
