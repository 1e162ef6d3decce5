namespace Dashboard.Data;

/// <summary>A customer as they were from one version up to, and without, another.</summary>
public sealed record CustomerVersion(CustomerRow Row, int From, int? To, LeftOut LeftOut)
{
    public bool IsIn(int version) => From <= version && (To is null || To > version);
}
