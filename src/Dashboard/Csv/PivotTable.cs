namespace Dashboard.Csv;

/// <summary>A spreadsheet's pivot table saved as CSV: sums instead of people, told by the words that the program puts in its corner.</summary>
internal static class PivotTable
{
    private const int Rows = 20;

    // English, German, French, Spanish, Italian, Hungarian, as the program writes them.
    private static readonly HashSet<string> Corners = new(StringComparer.OrdinalIgnoreCase)
    {
        "row labels", "column labels", "zeilenbeschriftungen", "spaltenbeschriftungen", "étiquettes de lignes", "étiquettes de colonnes",
        "etiquetas de fila", "etiquetas de columna", "etichette di riga", "etichette di colonna", "sorcímkék", "oszlopcímkék",
    };

    public static void Refuse(ReadOnlyMemory<byte> utf8, char delimiter)
    {
        foreach (var record in SampleRecords.Read(utf8, delimiter).Take(Rows))
            if (record.Cells.FirstOrDefault(cell => Corners.Contains(CellText.Clean(cell))) is { } corner)
                throw new CsvRefused($"This is a pivot table (\"{corner.Trim()}\" on line {record.Line}), not a list of customers. Upload the list it was made from.");
    }
}
