namespace Dashboard.Data;

public sealed record AssignedCustomer(string Key, int? Segment, double? Distance);

/// <summary>One customer: the key, and a value per stored column, null where it is missing.</summary>
public sealed record CustomerRow(long Row, string Key, object?[] Values)
{
    public double? Number(int i) => (double?)Values[i];

    public string? Text(int i) => (string?)Values[i];
}
