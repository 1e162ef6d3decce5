using System.Threading.Channels;
using Dashboard.Csv;
using Dashboard.Predictions;

namespace Dashboard.Batches;

/// <summary>Reads a file on one thread and places its customers on another, in the order of the file.</summary>
public sealed class PlaceFile(string path, BatchOptions options, CustomerPlacer placer, bool keepsText = false)
{
    private const int Ahead = 8;
    private const string NoPoint = "a derived feature or a logarithm has no value";

    public Action<double> OnRead { get; init; } = _ => { };

    public async Task RunAsync(Func<RowBlock, ValueTask> take, CancellationToken cancellation)
    {
        var blocks = Channel.CreateBounded<RowBlock>(Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = Task.Run(() => ReadAsync(blocks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(cancellation))
            {
                // Blocks that are there already come without asking.
                cancellation.ThrowIfCancellationRequested();
                Place(block);
                await take(block);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>What goes wrong while reading is thrown where the blocks are taken.</summary>
    private async Task ReadAsync(ChannelWriter<RowBlock> blocks, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            using var file = CsvFile.Open(path, options.Format);
            foreach (var block in new FileRows(file, options, placer, keepsText).Blocks())
            {
                await blocks.WriteAsync(block, stop);
                OnRead((double)file.BytesRead / Math.Max(1, file.Length));
            }
        }
        catch (Exception reason)
        {
            fault = reason;
        }
        blocks.Complete(fault);
    }

    private void Place(RowBlock block)
    {
        Span<double> point = stackalloc double[placer.Preparation.Dimensions];
        for (var row = 0; row < block.Count; row++)
        {
            if (block.Problems[row] is not null)
            {
                continue;
            }
            if (placer.Prepare(block.Numbers(row), block.Words(row), point))
            {
                block.Placed[row] = placer.Placer.Place(point);
            }
            else
            {
                block.Problems[row] = NoPoint;
            }
        }
    }
}
