using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Imports;
using Dashboard.Predictions;
using Dashboard.Runs;

namespace Dashboard.Batches;

/// <summary>The file as it came, with segment, certainty, the reason for no segment and, where the algorithm knows it, how likely each segment is behind each row. It is placed anew, so segments have the names of now.</summary>
public sealed class PlacedCsv(RunPlacers placers, Uploads uploads)
{
    private static readonly string[] Added = ["Segment", "Certainty", "No segment because"];
    private const int Decimals = 4;

    public async Task WriteAsync(Batch batch, CsvFlavour flavour, Stream output, CancellationToken cancellation)
    {
        var (run, options, path) = ((await placers.FindAsync(batch.RunId))!, BatchOptions.FromJson(batch.Options), uploads.PathOf(batch.StoredName));
        var columns = ColumnsOf(path, options.Format);
        await using var csv = new CsvText(output, flavour);
        Segment[] likely = run.Placer.Placer.IsSoft ? [.. run.Run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index)] : [];
        csv.Row([.. ColumnNames.Clean([.. columns, .. Added, .. likely.Select(s => $"Probability of {s.Name}")])]);
        await new PlaceFile(path, options, run.Placer, keepsText: true).RunAsync(async block =>
        {
            for (var row = 0; row < block.Count; row++)
            {
                Row(csv, block, row, columns.Count, run);
                Probabilities(csv, block, row, likely, run.Placer);
                await csv.EndRowAsync(cancellation);
            }
        }, cancellation);
        await csv.FlushAsync(cancellation);
    }

    public static IReadOnlyList<string> ColumnsOf(string path, CsvFormat format)
    {
        using var file = CsvFile.Open(path, format);
        return file.Columns;
    }

    private static void Row(CsvText csv, RowBlock block, int row, int columns, PlacingRun run)
    {
        for (var i = 0; i < columns; i++)
        {
            // What was guarded against formulas in the file is guarded once, not twice.
            csv.Text(CellText.WithoutGuard(block.Kept(row * columns + i)));
        }
        var placed = block.Placed[row];
        var segment = block.Problems[row] is null ? run.Segment(placed.Segment) : null;
        csv.Text(segment?.Name ?? "");
        csv.Text(segment is null ? "" : Word(placed.Certainty));
        csv.Text(segment is null ? block.Problems[row] ?? run.WithoutSegment(placed) : "");
    }

    private static void Probabilities(CsvText csv, RowBlock block, int row, Segment[] segments, CustomerPlacer placer)
    {
        Span<double> point = stackalloc double[placer.Preparation.Dimensions];
        var shares = segments.Length > 0 && block.Problems[row] is null && placer.Prepare(block.Numbers(row), block.Words(row), point) ? placer.Placer.Memberships(point) : null;
        foreach (var segment in segments)
        {
            csv.Number(shares is not null && segment.Index < shares.Length ? Math.Round(shares[segment.Index], Decimals) : null);
        }
    }

    private static string Word(Certainty certainty) => certainty switch
    {
        Certainty.Sure => "sure",
        Certainty.Unsure => "unsure",
        _ => "unlike our customers",
    };
}
