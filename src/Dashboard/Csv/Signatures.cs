using System.Text;

namespace Dashboard.Csv;

/// <summary>Files that are something else under a CSV's name, told apart by their first bytes.</summary>
internal static class Signatures
{
    private const string AsCsv = "Open it in Excel and choose File > Save As > CSV UTF-8.";
    private const string OldExcel = "\u00D0\u00CF\u0011\u00E0";
    private const string Zip = "PK\u0003\u0004";

    private static readonly (string Start, string Refusal)[] Known =
    [
        (OldExcel, $"This is an Excel workbook. {AsCsv}"),
        ("\u001F\u008B", "This is a gzip file. Unpack it, or upload it under a name that ends in .csv.gz."),
        ("%PDF", "This is a PDF. Export the table as CSV and upload that."),
        ("\u0089PNG", "This is a PNG picture. Export the table as CSV and upload that."),
        ("\u00FF\u00D8\u00FF", "This is a JPEG picture. Export the table as CSV and upload that."),
        ("PAR1", "This is a Parquet file. Export the table as CSV and upload that."),
        ("SQLite format 3", "This is a SQLite database. Export the table as CSV and upload that."),
        ("7z\u00BC\u00AF", "This is a 7-Zip archive. Unpack it and upload the CSV."),
        ("Rar!", "This is a RAR archive. Unpack it and upload the CSV."),
        ("{\\rtf", "This is an RTF document. Export the table as CSV and upload that."),
        ("PK\u0005\u0006", "This is an empty ZIP archive."),
    ];

    private static readonly (string Start, string Refusal)[] Texts =
    [
        ("<!doctype html", $"This is a web page, not a CSV. {AsCsv}"),
        ("<html", $"This is a web page, not a CSV. {AsCsv}"),
        ("<?xml", $"This is an XML file. {AsCsv}"),
        ("{\"", "This is a JSON file. Export the table as CSV and upload that."),
        ("[{", "This is a JSON file. Export the table as CSV and upload that."),
    ];

    public static void Refuse(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start.StartsWith(Encoding.UTF8.Preamble) ? start[3..] : start);
        if (text.StartsWith(Zip, StringComparison.Ordinal)) throw new CsvRefused(NameZip(text));
        foreach (var (signature, refusal) in Known)
            if (text.StartsWith(signature, StringComparison.Ordinal)) throw new CsvRefused(refusal);
        foreach (var (beginning, refusal) in Texts)
            if (text.AsSpan().TrimStart().StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) throw new CsvRefused(refusal);
    }

    private static string NameZip(string text) =>
        text.Contains("xl/", StringComparison.Ordinal) || text.Contains("[Content_Types].xml", StringComparison.Ordinal)
            ? $"This is an Excel workbook. {AsCsv}"
            : text.Contains("opendocument.spreadsheet", StringComparison.Ordinal)
                ? "This is an OpenDocument spreadsheet. Open it and choose File > Save As > Text CSV."
                : "This is a ZIP archive. Unpack it and upload the CSV inside.";
}
