using System.Text;
using System.Text.Unicode;

namespace Dashboard.Csv;

/// <summary>What is wrong with the characters of a record, if anything.</summary>
internal static class TextFlaw
{
    public static string? In(RecordReader records, bool transcoded)
    {
        if (!Utf8.IsValid(records.Bytes)) return "a byte that is not UTF-8";
        if (transcoded && HasGap(records.Bytes)) return "a character that cannot be read in the file's encoding";
        return records.Bytes.Length > CsvLimits.FieldChars && HasLongField(records) ? "a field longer than 32,768 characters" : null;
    }

    // Transcoding writes U+FFFD for what it cannot read (in a UTF-8 file that character is the owner's own), and a control character
    // of the same number for the five codes that are empty in Windows-1252.
    private static bool HasGap(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf("\uFFFD"u8) >= 0) return true;
        for (int at; (at = utf8.IndexOf((byte)0xC2)) >= 0; utf8 = utf8[(at + 1)..])
            if (at + 1 < utf8.Length && utf8[at + 1] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D) return true;
        return false;
    }

    private static bool HasLongField(RecordReader records)
    {
        for (var i = 0; i < records.FieldCount; i++)
            if (Encoding.UTF8.GetCharCount(records.Field(i)) > CsvLimits.FieldChars) return true;
        return false;
    }
}
