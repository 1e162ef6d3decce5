namespace Dashboard.Data;

/// <summary>How many customers are in one segment of a run and another of a second run.</summary>
public sealed record Move(int From, int To, int Count);

public sealed partial class CustomerReader
{
    /// <summary>The segment of each customer whom a run used and who is not left out.</summary>
    public Dictionary<long, int> Labels(int run)
    {
        var labels = new Dictionary<long, int>();
        using var statement = _connection.Prepare($"SELECT row, SegmentIndex FROM Assignments JOIN {_table.Name} ON row = CustomerRow WHERE RunId = ?1 AND left_out IS NULL");
        statement.Bind(1, run);
        while (statement.Step())
        {
            labels[statement.Integer(0)] = (int)statement.Integer(1);
        }
        return labels;
    }

    /// <summary>Of the customers whom both runs used. They are known by their keys: a later version may hold them in other rows.
    /// CROSS JOIN keeps SQLite to this order; left to itself it may walk through the whole second run for each customer of the first.</summary>
    public IReadOnlyList<Move> Moves(int before, int after)
    {
        var moves = new List<Move>();
        using var statement = _connection.Prepare($"""
            SELECT a.SegmentIndex, b.SegmentIndex, COUNT(*) FROM Assignments a CROSS JOIN {_table.Name} earlier ON earlier.row = a.CustomerRow
            CROSS JOIN {_table.Name} later ON later.key = earlier.key CROSS JOIN Assignments b ON b.RunId = ?2 AND b.CustomerRow = later.row
            WHERE a.RunId = ?1 AND earlier.left_out IS NULL AND later.left_out IS NULL GROUP BY 1, 2 ORDER BY 1, 2
            """);
        statement.Bind(1, before).Bind(2, after);
        while (statement.Step())
        {
            moves.Add(new((int)statement.Integer(0), (int)statement.Integer(1), (int)statement.Integer(2)));
        }
        return moves;
    }
}
