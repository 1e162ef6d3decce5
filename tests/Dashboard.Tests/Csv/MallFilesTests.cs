using Dashboard.Csv;
using static Dashboard.Csv.ColumnRole;

namespace Dashboard.Tests.Csv;

/// <summary>The mall customers as seven people published them.</summary>
public sealed class MallFilesTests
{
    private static readonly string[] Usual = ["CustomerID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)"];

    public static TheoryData<string, string[], ColumnRole[]> Files => new()
    {
        { "Mall_Customers.csv", Usual, [Key, Category, Number, Number, Number] },
        { "Mall_Customers_gender_crlf.csv", Usual, [Key, Category, Number, Number, Number] },
        { "Mall_Customers_missing_values_crlf.csv", Usual, [Key, Category, Number, Number, Number] },
        { "Mall_Customers_genre_zeropad_crlf_noeol.csv", ["CustomerID", "Genre", .. Usual[2..]], [Key, Category, Number, Number, Number] },
        { "Mall_Customers_genre_trailing_space_headers_crlf.csv", ["CustomerID", "Genre", "Age", "Annual Income", "Spending Score"], [Key, Category, Number, Number, Number] },
        { "Mall_Customers_index_col_Sex.csv", ["Column 1", "CustomerID", "Sex", .. Usual[2..]], [Ignore, Key, Category, Number, Number, Number] },
    };

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Columns_roles_and_rows_are_found(string name, string[] columns, ColumnRole[] roles)
    {
        var path = Path.Combine(RealFiles.Folder("mall"), name);
        var guesses = ColumnDetection.Guess(path, CsvDetection.Detect(path));
        Assert.Equal(columns, guesses.Select(g => g.Name));
        Assert.Equal(roles, guesses.Select(g => g.Role));
        Assert.Equal(200, Rows(path));
    }

    [SkippableFact]
    public void The_extended_file_has_a_key_a_category_and_numbers()
    {
        var path = Path.Combine(RealFiles.Folder("mall"), "Mall_Customers_BOM_extended_23col.csv");
        var guesses = ColumnDetection.Guess(path, CsvDetection.Detect(path));
        Assert.Equal(23, guesses.Count);
        Assert.Equal("CustomerID", guesses[0].Name);
        Assert.Equal([Key, Category, .. Enumerable.Repeat(Number, 21)], guesses.Select(g => g.Role));
        Assert.Equal(200, Rows(path));
    }

    [SkippableFact]
    public void Nine_ages_and_three_incomes_are_missing()
    {
        var path = Path.Combine(RealFiles.Folder("mall"), "Mall_Customers_missing_values_crlf.csv");
        var guesses = ColumnDetection.Guess(path, CsvDetection.Detect(path));
        Assert.Equal([1, 1, 191 / 200.0, 197 / 200.0, 1], guesses.Select(g => g.Filled));
    }

    [SkippableFact]
    public void Ids_keep_their_leading_zeros()
    {
        var path = Path.Combine(RealFiles.Folder("mall"), "Mall_Customers_genre_zeropad_crlf_noeol.csv");
        Assert.Equal(["0001", "0002", "0003"], ColumnDetection.Guess(path, CsvDetection.Detect(path))[0].Samples);
    }

    private static int Rows(string path)
    {
        using var csv = CsvFile.Open(path, CsvDetection.Detect(path));
        var rows = 0;
        for (; csv.Read(); rows++) Assert.Null(csv.Problem);
        return rows;
    }
}
