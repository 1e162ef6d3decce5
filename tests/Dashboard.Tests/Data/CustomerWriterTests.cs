using Dashboard.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Tests.Data;

/// <summary>A writer that fails must not keep everybody else from writing.</summary>
public sealed class CustomerWriterTests(SiteWithSegments site) : IClassFixture<SiteWithSegments>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("ABORT")]
    [InlineData("ROLLBACK")]
    public async Task An_insert_that_fails_leaves_the_gate_open(string fault)
    {
        await ExecuteAsync($"CREATE TRIGGER fault BEFORE INSERT ON customers_1 BEGIN SELECT RAISE({fault}, 'no room'); END");

        using (var writer = await WriterAsync())
        {
            writer.Row.SetKey("new");
            Assert.Contains("no room", Assert.Throws<SqliteException>(() => writer.Take()).Message);
        }

        await ExecuteAsync("DROP TRIGGER fault");
        await OthersMayWriteAsync();
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_the_gate_open_and_nothing_behind()
    {
        await ExecuteAsync("CREATE TABLE debts (run INTEGER REFERENCES Runs (Id) DEFERRABLE INITIALLY DEFERRED); CREATE TRIGGER fault AFTER INSERT ON customers_1 BEGIN INSERT INTO debts VALUES (999); END");

        using (var writer = await WriterAsync())
        {
            writer.Row.SetKey("new");
            Assert.Equal(RowOutcome.New, writer.Take());
            Assert.Contains("FOREIGN KEY", Assert.Throws<SqliteException>(writer.Commit).Message);
        }

        await ExecuteAsync("DROP TRIGGER fault; DROP TABLE debts");
        await OthersMayWriteAsync();
    }

    [Fact]
    public async Task A_transaction_that_cannot_begin_leaves_the_gate_open()
    {
        using var other = new SqliteConnection($"Data Source={site.Database};Pooling=False");
        other.Open();
        Execute(other, "BEGIN IMMEDIATE");

        using (var writer = await WriterAsync())
        {
            writer.Row.SetKey("new");
            Assert.Contains("locked", Assert.Throws<SqliteException>(() => writer.Take()).Message);
        }

        Execute(other, "ROLLBACK");
        await OthersMayWriteAsync();
    }

    private async Task OthersMayWriteAsync()
    {
        await site.ApiWithScopesAsync("read").WaitAsync(Patience);
        using var writer = await WriterAsync();
        writer.Row.SetKey("new");
        Assert.Equal(RowOutcome.New, writer.Take());
    }

    /// <summary>Of a version that nobody sees.</summary>
    private async Task<CustomerWriter> WriterAsync()
    {
        Dataset dataset = null!;
        await site.UseAsync(async db => dataset = await db.Datasets.Include(d => d.Columns).SingleAsync(d => d.Id == site.DatasetId));
        return site.Services.GetRequiredService<CustomerStore>().Write(dataset, 2, new MatchRule(OnMatch.Overwrite, OnNew.Create), new CancellationTokenSource(Patience).Token);
    }

    private Task ExecuteAsync(string sql) => site.UseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
