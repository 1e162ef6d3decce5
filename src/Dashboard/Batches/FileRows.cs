using Dashboard.Csv;
using Dashboard.Predictions;

namespace Dashboard.Batches;

/// <summary>The rows of a file as what a run needs of them. A bad row comes with its problem, and the others are read on.</summary>
internal sealed class FileRows(CsvFile file, BatchOptions options, CustomerPlacer placer, bool keepsText)
{
    private const int MostShown = 40;

    public IEnumerable<RowBlock> Blocks()
    {
        for (var block = Next(); block.Count > 0; block = Next())
        {
            yield return block;
        }
    }

    private RowBlock Next()
    {
        var block = new RowBlock(placer.Numbers.Count, placer.Words.Count);
        while (block.Count < RowBlock.Rows && file.Read())
        {
            Take(block, block.Count++);
        }
        return block;
    }

    private void Take(RowBlock block, int row)
    {
        block.Lines[row] = file.Line;
        block.Problems[row] = file.Problem ?? Fill(block, row);
        for (var i = 0; keepsText && i < file.Columns.Count; i++)
        {
            block.Keep(file.Field(i));
        }
    }

    private string? Fill(RowBlock block, int row)
    {
        var numbers = block.Numbers(row);
        var words = block.Words(row);
        string? problem = null;
        for (var i = 0; i < numbers.Length; i++)
        {
            problem ??= Number(file.Field(options.Fields[i]), placer.Numbers[i].Name, out numbers[i]);
        }
        for (var c = 0; c < words.Length; c++)
        {
            problem ??= Word(file.Field(options.Fields[numbers.Length + c]), placer.Preparation.Categories[c], out words[c]);
        }
        return problem;
    }

    private string? Number(ReadOnlySpan<char> cell, string name, out double number)
    {
        number = double.NaN;
        return Missing.Is(cell) ? $"{name} is missing"
            : NumberText.TryParse(cell, options.Format.DecimalMark, out number) ? null
            : $"{name} is “{Shown(cell)}”, {NumberText.WhyNot(cell, options.Format.DecimalMark)}";
    }

    /// <summary>The words that the run knows are few, so that none has to be made anew for each row.</summary>
    private static string? Word(ReadOnlySpan<char> cell, CodedCategory category, out string? word)
    {
        var trimmed = cell.Trim();
        foreach (var known in category.Code.Values)
        {
            if (trimmed.SequenceEqual(known))
            {
                word = known;
                return null;
            }
        }
        word = Missing.Is(cell) ? null : CellText.Clean(cell);
        return word is null ? $"{category.Name} is missing"
            : category.Knows(word) ? null
            : $"{category.Name} is “{Shown(word)}”, which the run has not seen";
    }

    private static string Shown(ReadOnlySpan<char> cell) => cell.Length <= MostShown ? cell.ToString() : string.Concat(cell[..MostShown], "…");
}
