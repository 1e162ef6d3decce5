using System.Text.Json;
using Dashboard.Data;
using Dashboard.Imports.Orders;

namespace Dashboard.Imports;

/// <summary>What the check of a file found.</summary>
public sealed record Findings(
    ImportCounts Rows, IReadOnlyList<ProblemGroup> Problems, int OtherProblems, IReadOnlyList<string> Warnings, IReadOnlyList<ValueChange> Changes, string? Blocking, OrderFindings? Orders = null, EffectFindings? Effect = null)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static Findings? FromJson(string? json) => json is null ? null : JsonSerializer.Deserialize<Findings>(json);
}

/// <summary>Rows that the same repair would make good; <c>Cell</c> is null where a whole row is to blame.</summary>
public sealed record ProblemGroup(string? Column, CellProblem? Cell, string Reason, int Count, IReadOnlyList<ProblemExample> Examples);

public sealed record ProblemExample(long Line, string Text);

/// <summary>A value of a customer who is there already that the file would change.</summary>
public sealed record ValueChange(string Key, string Column, string Before, string After);
