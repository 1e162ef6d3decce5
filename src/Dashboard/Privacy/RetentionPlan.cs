namespace Dashboard.Privacy;

/// <summary>Whom the coming nights would delete, soonest first; a day that is past means tonight. Files are uploads and checks that go tonight.</summary>
public sealed record RetentionPlan(IReadOnlyList<(DateOnly Day, int Customers)> Days, int Files)
{
    public int Tonight(DateOnly today) => Days.Where(d => d.Day <= today).Sum(d => d.Customers);

    public IEnumerable<(DateOnly Day, int Customers)> Later(DateOnly today) => Days.Where(d => d.Day > today);
}

/// <summary>What a night deleted.</summary>
public sealed record RetentionDone(int Rows, int Files)
{
    public bool IsNothing => Rows + Files == 0;
}
