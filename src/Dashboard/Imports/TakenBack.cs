using Dashboard.Data;

namespace Dashboard.Imports;

/// <summary>What it came to that an import was taken back; kept are customers whom somebody corrected since.</summary>
public sealed record TakenBack(Import Import, int Kept)
{
    public string Text => Import.Dataset.Kind == DatasetKind.Transactions ? "The import was taken back; what it counted is gone."
        : $"The import was taken back: {Count(Import.Rows.Imported, "new customer")} gone, {Count(Import.Rows.Updated, "changed one")} as before.{KeptText}";

    private string KeptText => Kept == 0 ? "" : $" Of these, {Kept:N0} kept what somebody corrected by hand since; the page of the import lists them.";

    private static string Count(int count, string what) => count == 1 ? $"1 {what} is" : $"{count:N0} {what}s are";
}
