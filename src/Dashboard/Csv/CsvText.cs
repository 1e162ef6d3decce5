using System.Globalization;
using System.Text;

namespace Dashboard.Csv;

/// <summary>
/// Writes a CSV for download: RFC 4180, UTF-8, CRLF; plain with commas, or for Excel with semicolons and a byte order mark.
/// A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers never do.
/// </summary>
public sealed class CsvText : IDisposable, IAsyncDisposable
{
    private const int FlushAt = 1 << 16;
    private readonly Stream output;
    private readonly MemoryStream pending = new();
    private readonly StreamWriter writer;
    private readonly char delimiter;
    private readonly string mustQuote;
    private int cells;
    private bool isBlank;

    public CsvText(Stream output, CsvFlavour flavour = CsvFlavour.Plain)
    {
        this.output = output;
        var excel = flavour == CsvFlavour.Excel;
        delimiter = excel ? ';' : ',';
        mustQuote = $"{delimiter}\"\r\n";
        writer = new StreamWriter(pending, new UTF8Encoding(encoderShouldEmitUTF8Identifier: excel), 1 << 12) { NewLine = "\r\n" };
    }

    public void Text(ReadOnlySpan<char> value)
    {
        Begin(isEmpty: value.IsEmpty);
        var guarded = CellText.NeedsGuard(value);
        if (!guarded && !NeedsQuotes(value)) writer.Write(value);
        else Quoted(value, guarded);
    }

    public void Number(double value) => Plain(value);
    public void Number(long value) => Plain(value);
    public void Number(double? value)
    {
        if (value is { } known) Plain(known);
        else Begin(isEmpty: true);
    }

    public void EndRow()
    {
        EndLine();
        if (pending.Length > FlushAt) Flush();
    }

    /// <summary>The way for a web response, which must not be written to synchronously.</summary>
    public ValueTask EndRowAsync(CancellationToken cancel = default)
    {
        EndLine();
        return pending.Length > FlushAt ? FlushAsync(cancel) : ValueTask.CompletedTask;
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells) Text(cell);
        EndRow();
    }

    public async ValueTask FlushAsync(CancellationToken cancel = default)
    {
        await output.WriteAsync(Pending(), cancel);
        pending.SetLength(0);
    }

    public void Dispose()
    {
        Flush();
        writer.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        await writer.DisposeAsync();
    }

    private void Flush()
    {
        output.Write(Pending().Span);
        pending.SetLength(0);
    }

    private ReadOnlyMemory<byte> Pending()
    {
        writer.Flush();
        return pending.GetBuffer().AsMemory(0, (int)pending.Length);
    }

    private void EndLine()
    {
        // A row of one empty cell would be a blank line, which no reader takes for a row.
        if (cells == 1 && isBlank) writer.Write("\"\"");
        writer.WriteLine();
        cells = 0;
    }

    private void Plain<T>(T value) where T : ISpanFormattable
    {
        Begin();
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        writer.Write(text[..length]);
    }

    private void Begin(bool isEmpty = false)
    {
        if (cells++ > 0) writer.Write(delimiter);
        isBlank = isEmpty;
    }

    // A blank at either end is quoted too, since readers trim what is not.
    private bool NeedsQuotes(ReadOnlySpan<char> value) =>
        value.IndexOfAny(mustQuote) >= 0 || (value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])));

    private void Quoted(ReadOnlySpan<char> value, bool guarded)
    {
        writer.Write('"');
        if (guarded) writer.Write('\'');
        foreach (var part in value.Split('"'))
        {
            if (part.Start.Value > 0) writer.Write("\"\"");
            writer.Write(value[part]);
        }
        writer.Write('"');
    }
}
