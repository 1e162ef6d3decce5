namespace Dashboard.Tests.Csv;

public sealed class PivotTableTests
{
    [Theory]
    [InlineData("Row Labels,Sum of Amount\nBonn,10\nPécs,20\nGrand Total,30\n", "Row Labels", 1)]
    [InlineData("Sum of Amount,Column Labels,,\nRow Labels,Food,Toys,Grand Total\nBonn,1,2,3\n", "Column Labels", 1)]
    [InlineData("Jahr;(Alle)\n\nZeilenbeschriftungen;Summe von Umsatz\nBonn;10\nGesamtergebnis;10\n", "Zeilenbeschriftungen", 3)]
    [InlineData("Sorcímkék;Összeg\nPécs;10\nVégösszeg;10\n", "Sorcímkék", 1)]
    public void A_pivot_table_is_refused_by_name(string text, string corner, int line)
    {
        using var csv = new CsvOnDisk(text);
        Assert.Equal($"This is a pivot table (\"{corner}\" on line {line}), not a list of customers. Upload the list it was made from.", csv.Refusal());
    }

    [Fact]
    public void A_list_that_speaks_of_rows_and_labels_is_no_pivot_table()
    {
        using var csv = new CsvOnDisk("row,label\n1,Row\n2,Labels\n");
        Assert.Equal(2, csv.Records().Count);
    }
}
