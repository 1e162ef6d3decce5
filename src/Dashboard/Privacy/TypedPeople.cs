using Dashboard.Csv;

namespace Dashboard.Privacy;

/// <summary>People as somebody pastes or sends them: one a line, or lines of a CSV, of which the cell with an address counts, else the first.</summary>
public static class TypedPeople
{
    private static readonly char[] Between = [',', ';', '\t', '|'];

    public static IReadOnlyList<string> In(string? text)
    {
        var people = (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Person).Where(p => !Missing.Is(p)).ToList();
        return people.Count > 1 && !people[0].Contains('@') && HeaderWords.IdStrength(people[0]) > 0 ? people[1..] : people;
    }

    private static string Person(string line)
    {
        var cells = line.Split(Between).Select(cell => CellText.Clean(cell.Trim().Trim('"'))).ToList();
        return cells.Find(cell => cell.Contains('@')) ?? cells[0];
    }
}
