namespace Dashboard.Csv;

public static class CsvLimits
{
    public const int Columns = 256;
    public const int Rows = 5_000_000;
    public const int FieldChars = 32_768;
    public const int RecordBytes = 1 << 20;
    public const int RawChars = 10_000;
    public const long UnpackedBytes = 1L << 30;
    public const int UnpackedRatio = 100;
}
