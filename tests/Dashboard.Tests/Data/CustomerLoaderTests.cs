using Dashboard.Csv;
using Dashboard.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Data;

/// <summary>The first customers of a data set: more than one batch and one transaction of them.</summary>
public sealed class CustomerLoaderTests : IClassFixture<Site>, IDisposable
{
    private const int Many = 50_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Site _site;
    private readonly CustomerStore _store;
    private readonly Dataset _dataset = new() { Id = 77, Name = "Loaded", Version = 1 };

    public CustomerLoaderTests(Site site)
    {
        (_site, _store) = (site, site.Services.GetRequiredService<CustomerStore>());
        _dataset.Columns.AddRange([ColumnOf("Spent", 0, ColumnRole.Number), ColumnOf("City", 1, ColumnRole.Text)]);
        _store.Create(_dataset);
    }

    [Fact]
    public void Rows_are_there_in_the_order_of_the_file_under_the_numbers_that_were_told()
    {
        using (var loader = Loader())
        {
            for (var i = 1; i <= Many; i++)
            {
                Assert.Equal(RowOutcome.New, Take(loader, $"k{i}", i));
                Assert.Equal(i, loader.LastRow);
            }
            loader.Commit();
        }

        Assert.Equal(Many, _store.Count(_dataset, 1));
        Assert.Equal($"k{Many},{Many},Ulm", Read($"SELECT key || ',' || CAST(c0 AS INTEGER) || ',' || c1 FROM customers_77 WHERE row = {Many}"));
        Assert.Equal("1", Read("SELECT count(*) FROM sqlite_master WHERE name = 'customers_77_key'"));
    }

    [Fact]
    public void A_key_that_was_there_is_a_duplicate_wherever_the_first_of_it_is()
    {
        using var loader = Loader();
        foreach (var i in Enumerable.Range(1, Many))
        {
            Take(loader, $"k{i}", i);
        }

        Assert.Equal(RowOutcome.Duplicate, Take(loader, $"k{Many}", 0));
        Assert.Equal(RowOutcome.Duplicate, Take(loader, "K1 ", 0));
        Assert.Equal(RowOutcome.New, Take(loader, "other", 0));
        Assert.Equal(RowOutcome.Duplicate, Take(loader, "other", 1));
        loader.Commit();

        Assert.Equal(Many + 1, _store.Count(_dataset, 1));
        Assert.Equal("1", Read("SELECT CAST(c0 AS INTEGER) FROM customers_77 WHERE key = 'k1'"));
    }

    [Fact]
    public void A_duplicate_may_take_the_place_of_the_row_before_it_and_rows_after_it_keep_their_numbers()
    {
        using var loader = Loader();
        Take(loader, "a", 1);
        Take(loader, "b", 2);
        Assert.Equal(RowOutcome.Duplicate, Take(loader, "a", 3));
        Assert.Equal((RowOutcome.New, RowOutcome.New), loader.Replace());
        var replaced = loader.LastRow;
        Take(loader, "c", 4);
        var last = loader.LastRow;
        loader.Commit();

        Assert.Equal("a3 b2 c4", Read("SELECT group_concat(key || CAST(c0 AS INTEGER), ' ') FROM (SELECT * FROM customers_77 ORDER BY key)"));
        Assert.Equal($"{replaced} {last}", Read("SELECT group_concat(row, ' ') FROM (SELECT row FROM customers_77 WHERE key <> 'b' ORDER BY key)"));
    }

    [Fact]
    public async Task A_fault_of_the_thread_that_writes_comes_out_and_leaves_the_gate_open()
    {
        Read("CREATE TRIGGER fault BEFORE INSERT ON customers_77 WHEN NEW.key = 'k9' BEGIN SELECT RAISE(ROLLBACK, 'no room'); END");

        using (var loader = Loader())
        {
            Assert.Contains("no room", Assert.Throws<SqliteException>(() => Fill(loader)).Message);
        }

        await _site.ApiWithScopesAsync("read").WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancelling_ends_it_at_the_next_transaction_and_leaves_the_gate_open()
    {
        using var cancel = new CancellationTokenSource();
        using (var loader = _store.Load(_dataset, 1, cancel.Token))
        {
            await cancel.CancelAsync();
            Assert.ThrowsAny<OperationCanceledException>(() => Fill(loader));
        }

        await _site.ApiWithScopesAsync("read").WaitAsync(Patience);
    }

    public void Dispose() => _store.Drop(_dataset);

    private static void Fill(CustomerLoader loader)
    {
        for (var i = 1; i <= Many; i++)
        {
            Take(loader, $"k{i}", i);
        }
        loader.Commit();
    }

    private static RowOutcome Take(CustomerLoader loader, string key, double spent)
    {
        loader.Row.SetKey(key);
        loader.Row.Number(0, spent);
        loader.Row.Text(1, "Ulm");
        return loader.Take();
    }

    private CustomerLoader Loader() => _store.Load(_dataset, 1, new CancellationTokenSource(Patience).Token);

    private static Column ColumnOf(string name, int position, ColumnRole role) => new() { Name = name, Source = name, Label = name, Position = position, Role = role };

    private string Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_site.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
