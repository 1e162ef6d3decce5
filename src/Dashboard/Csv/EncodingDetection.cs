namespace Dashboard.Csv;

internal static class EncodingDetection
{
    // UTF-32 little endian begins with the mark of UTF-16, so it comes first.
    private static readonly (byte[] Mark, string Name)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32"), ([0, 0, 0xFE, 0xFF], "utf-32BE"),
        ([0xFF, 0xFE], "utf-16"), ([0xFE, 0xFF], "utf-16BE"),
    ];

    public static string? ByMark(ReadOnlySpan<byte> start)
    {
        foreach (var (mark, name) in Marks)
            if (start.StartsWith(mark)) return name;
        return null;
    }

    /// <summary>UTF-16 without a mark: mostly western text has its zero bytes all on one side.</summary>
    public static string? ByZeros(ReadOnlySpan<byte> start)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < start.Length; i++)
            if (start[i] == 0 && i % 2 == 0) even++;
            else if (start[i] == 0) odd++;
        var many = start.Length * 3 / 10;
        return start.Length < 4 ? null : odd > many && even * 10 < odd ? "utf-16" : even > many && odd * 10 < even ? "utf-16BE" : null;
    }

    public static void RefuseBinary(ReadOnlySpan<byte> start)
    {
        var controls = 0;
        foreach (var value in start)
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r')) controls++;
        if (controls > 3 && controls > start.Length / 50)
            throw new CsvRefused("This is not a text file. Export the table as CSV UTF-8 and upload that.");
    }
}
