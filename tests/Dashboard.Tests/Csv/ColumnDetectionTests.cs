using Dashboard.Csv;
using static Dashboard.Csv.ColumnRole;

namespace Dashboard.Tests.Csv;

public sealed class ColumnDetectionTests
{
    [Fact]
    public void Each_role_is_recognised()
    {
        var guesses = Guess("Kundennummer;Income (k$);City;Since;Newsletter;Note;Empty", i => $"K{i:000};{i},5;{(i % 2 == 0 ? "Pécs" : "Bonn")};{i % 28 + 1}.02.2025;{(i % 3 == 0 ? "ja" : "nein")};note {i};");
        Assert.Equal([Key, Number, Category, Date, Consent, Text, Ignore], guesses.Select(g => g.Role));
        Assert.Equal(DateOrder.DayFirst, guesses[3].DateOrder);
        Assert.Equal(["K001", "K002", "K003"], guesses[0].Samples);
        Assert.Equal(0, guesses[6].Filled);
        Assert.Equal(("Income (k$)", "Income (k$)"), (guesses[1].Source, guesses[1].Name));
    }

    [Theory]
    [InlineData("CustomerID")]
    [InlineData("customer_no")]
    [InlineData("id")]
    [InlineData("Client Number")]
    [InlineData("CLIENTNUM")]
    [InlineData("Kundenkód")]
    [InlineData("Ügyfélszám")]
    [InlineData("email")]
    public void An_id_like_name_is_the_key(string name) =>
        Assert.Equal([Number, Key], Guess($"Income,{name}", i => $"{i * 17},{1000 + i}").Select(g => g.Role));

    [Fact]
    public void A_persons_id_goes_before_any_other_id_and_that_before_an_address() =>
        Assert.Equal([Text, Text, Key], Guess("email,store_id,customer_id", i => $"a{i}@x.hu,{i},{i + 7}").Select(g => g.Role));

    [Fact]
    public void A_measure_is_never_the_key() =>
        Assert.DoesNotContain(Guess("income,score", i => $"{i * 100},{i}.5"), g => g.Role == Key);

    [Fact]
    public void A_float_is_never_the_key_whatever_its_name() =>
        Assert.DoesNotContain(Guess("customer_id,score", i => $"{i}.5,{i % 3}"), g => g.Role == Key);

    [Theory]
    [InlineData("", 0)]
    [InlineData("Unnamed: 0", 0)]
    [InlineData("index", 1)]
    public void A_column_that_counts_the_rows_is_the_key_only_without_a_better_one(string name, int first)
    {
        Assert.Equal([Key, Number], Guess($"{name},Age", i => $"{i - 1 + first},{i % 50}").Select(g => g.Role));
        Assert.Equal([Ignore, Key, Number], Guess($"{name},id,Age", i => $"{i - 1 + first},{i},{i % 50}").Select(g => g.Role));
    }

    [Fact]
    public void A_few_repeated_customers_do_not_hide_the_key()
    {
        var key = Guess("CustomerID,Age", i => $"{(i == 99 ? 1 : i)},{i % 50}")[0];
        Assert.Equal(Key, key.Role);
        Assert.Equal("named like an id, 1 of 100 rows repeat one or have none", key.Reason);
    }

    [Fact]
    public void Ids_with_leading_zeros_stay_text() =>
        Assert.Equal(Text, Guess("id,zip", i => $"{i},{i:00000}")[1].Role);

    [Theory]
    [InlineData(5, Number)]
    [InlineData(6, Text)]
    public void A_number_is_one_in_95_of_100_filled_cells(int words, ColumnRole role) =>
        Assert.Equal(role, Guess("id,income", i => $"{i},{(i <= words ? $"w{i}" : i)}")[1].Role);

    [Fact]
    public void Missing_cells_do_not_count_against_a_number() =>
        Assert.Equal((Number, 0.5), Guess("id,income", i => $"{i},{(i % 2 == 0 ? "n/a" : i)}").Select(g => (g.Role, g.Filled)).Last());

    [Theory]
    [InlineData(50, Category)]
    [InlineData(51, Text)]
    public void A_category_has_at_most_fifty_values(int values, ColumnRole role) =>
        Assert.Equal(role, Guess("id,city", i => $"{i},c{i % values}", rows: 200)[1].Role);

    [Fact]
    public void A_date_whose_days_are_all_small_says_so()
    {
        var guess = Guess("id,since", i => $"{i},{i % 12 + 1}/{i % 12 + 1}/2025")[1];
        Assert.Equal((Date, 0.5), (guess.Role, guess.Confidence));
        Assert.Contains("other way round", guess.Reason);
    }

    [Fact]
    public void Yes_and_no_without_a_consenting_name_are_a_category() =>
        Assert.Equal(Category, Guess("id,married", i => $"{i},{(i % 2 == 0 ? "yes" : "no")}")[1].Role);

    [Theory]
    [InlineData("opt-in", Consent)]
    [InlineData("Newsletter", Consent)]
    [InlineData("Accepts Email Marketing", Consent)]
    [InlineData("marketing consent", Consent)]
    [InlineData("opt_out", OptOut)]
    [InlineData("Newsletter unsubscribed", OptOut)]
    public void A_refusal_is_not_taken_for_a_consent(string name, ColumnRole role) =>
        Assert.Equal(role, Guess($"id,{name}", i => $"{i},{(i % 2 == 0 ? "yes" : "no")}")[1].Role);

    [Theory]
    [InlineData("order date", Date)]
    [InlineData("amount", Number)]
    public void Eight_digits_are_a_date_under_a_header_that_says_so(string name, ColumnRole role) =>
        Assert.Equal(role, Guess($"id,{name}", i => $"{i},202506{i % 28 + 1:00}")[1].Role);

    [Fact]
    public void Rejected_records_do_not_count() =>
        Assert.Equal(Key, Guess("id,age", i => i % 2 == 0 ? "1,2,3" : $"{i},{i}")[0].Role);

    [Fact]
    public void A_header_alone_gives_columns_without_values() =>
        Assert.All(Guess("id,age", _ => "", rows: 0), g => Assert.Equal((Ignore, 0), (g.Role, g.Filled)));

    private static IReadOnlyList<ColumnGuess> Guess(string header, Func<int, string> row, int rows = 100)
    {
        using var csv = new CsvOnDisk(header + "\n" + string.Concat(Enumerable.Range(1, rows).Select(i => row(i) + "\n")));
        return ColumnDetection.Guess(csv.Path, csv.Format);
    }
}
