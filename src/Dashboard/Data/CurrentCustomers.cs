namespace Dashboard.Data;

/// <summary>The customers of the version before the one that an import makes, found by key.</summary>
internal sealed class CurrentCustomers : IDisposable
{
    private readonly RawStatement _find;
    private readonly IReadOnlyList<Column> _stored;
    private readonly MatchRule _rule;

    public CurrentCustomers(RawConnection connection, CustomerTable table, int version, MatchRule rule)
    {
        (_stored, _rule) = (table.Stored, rule);
        Found = new PendingRow(_stored.Count);
        _find = connection.Prepare(table.FindSql(version));
        _find.Bind(2, version);
    }

    public PendingRow Found { get; }
    public long FoundRow { get; private set; }

    /// <summary>What a row is to the customer of its key; what the row does not say is taken over from that customer.</summary>
    public RowOutcome Match(PendingRow row)
    {
        if (!Find(row))
        {
            return _rule.OnNew == OnNew.Create ? RowOutcome.New : RowOutcome.Skipped;
        }
        row.Merge(Found, _rule.OnMatch);
        return row.IsSame(Found) ? RowOutcome.Unchanged : RowOutcome.Updated;
    }

    public void Dispose() => _find.Dispose();

    private bool Find(PendingRow row)
    {
        row.BindKey(_find, 1);
        var found = _find.Step();
        if (found)
        {
            FoundRow = _find.Integer(0);
            Found.ReadFrom(_find, 1, _stored);
        }
        _find.Reset();
        return found;
    }
}
