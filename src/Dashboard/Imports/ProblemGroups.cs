using System.Text.RegularExpressions;

namespace Dashboard.Imports;

/// <summary>Gathers the problems of rows by what would repair them.</summary>
internal sealed partial class ProblemGroups
{
    private const int MostGroups = 50;
    private const int Examples = 3;
    private readonly Dictionary<(string?, CellProblem?, string), (string Reason, int Count, List<ProblemExample> Examples)> _groups = [];

    public int Others { get; private set; }

    public IReadOnlyList<ProblemGroup> All =>
        [.. _groups.Select(g => new ProblemGroup(g.Key.Item1, g.Key.Item2, g.Value.Reason, g.Value.Count, g.Value.Examples)).OrderByDescending(g => g.Count)];

    public void Add(long line, RowProblem problem)
    {
        // "5 values where 6 are wanted" and "7 values where 6 are wanted" are one kind of problem.
        var key = (problem.Column, problem.Cell, problem.Cell is null ? Digits().Replace(problem.Reason, "#") : "");
        if (!_groups.TryGetValue(key, out var group))
        {
            if (_groups.Count == MostGroups)
            {
                Others++;
                return;
            }
            group = (problem.Reason, 0, []);
        }
        if (group.Examples.Count < Examples)
        {
            group.Examples.Add(new ProblemExample(line, problem.Cell is null ? problem.Reason : problem.Value ?? ""));
        }
        _groups[key] = group with { Count = group.Count + 1 };
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
