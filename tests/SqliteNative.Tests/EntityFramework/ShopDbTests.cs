using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SqliteNative.Tests.EntityFramework;

public sealed class ShopDbTests : IDisposable
{
    private const int UniqueConstraint = 2067;

    private readonly TemporaryFolder folder = new();
    private readonly ShopDb db;

    public ShopDbTests()
    {
        db = new(folder.File());
        db.Database.EnsureCreated();
        db.AddRange(
            new Customer { Name = "Ada", Email = "ada@example.org", Balance = 79_228_162_514.264337593543950335m },
            new Customer { Name = "Bo", Email = "bo@example.com", Balance = -0.01m, Photo = [] },
            new Customer { Name = "Zoë 🦊", Email = "zoe@example.org", Photo = [0, 1, 255] });
        db.SaveChanges();
        db.ChangeTracker.Clear();
    }

    public void Dispose()
    {
        db.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void What_was_saved_is_read_back_equal()
    {
        var zoe = db.Customers.Single(customer => customer.Name == "Zoë 🦊");
        Assert.Equal(3, zoe.Id);
        Assert.Equal([0, 1, 255], zoe.Photo!);
        Assert.Null(db.Customers.Single(customer => customer.Name == "Ada").Photo);
        Assert.Equal([], db.Customers.Single(customer => customer.Name == "Bo").Photo!);
    }

    [Fact]
    public void Decimals_keep_every_digit()
    {
        Assert.Equal(79_228_162_514.264337593543950335m, db.Customers.Single(customer => customer.Name == "Ada").Balance);
        Assert.Equal("Bo", db.Customers.Single(customer => customer.Balance < 0m).Name);
    }

    [Fact]
    public void Regular_expressions_run_inside_queries()
    {
        var names = db.Customers.Where(customer => System.Text.RegularExpressions.Regex.IsMatch(customer.Email, @"@example\.org$"))
            .OrderBy(customer => customer.Id).Select(customer => customer.Name);
        Assert.Equal(["Ada", "Zoë 🦊"], names);
    }

    [Fact]
    public void Groups_are_counted_and_summed()
    {
        db.AddRange(Sale(1, "tea", 2, 1.5), Sale(1, "tea", 1, 1.5), Sale(2, "jam", 4, 0.25));
        db.SaveChanges();
        var sales = db.Orders.GroupBy(order => order.Product)
            .Select(group => new { group.Key, Count = group.Count(), Revenue = group.Sum(order => order.Quantity * order.Price) })
            .OrderBy(row => row.Key).ToList();
        Assert.Equal([("jam", 1, 1.0), ("tea", 2, 4.5)], sales.Select(row => (row.Key, row.Count, row.Revenue)));
    }

    [Fact]
    public void A_duplicate_names_the_column_and_the_extended_code()
    {
        db.Add(new Customer { Name = "Second Ada", Email = "ada@example.org" });
        var failure = Assert.Throws<DbUpdateException>(() => db.SaveChanges());
        var reason = Assert.IsType<SqliteException>(failure.InnerException);
        Assert.Equal(UniqueConstraint, reason.SqliteExtendedErrorCode);
        Assert.Contains("UNIQUE constraint failed: Customers.Email", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_names_its_constraint()
    {
        db.Add(Sale(1, "tea", 0, 1));
        var failure = Assert.Throws<DbUpdateException>(() => db.SaveChanges());
        Assert.Contains("CK_Orders_Quantity_positive", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_parent_is_refused()
    {
        db.Add(Sale(99, "tea", 1, 1));
        var failure = Assert.Throws<DbUpdateException>(() => db.SaveChanges());
        Assert.Contains("FOREIGN KEY constraint failed", failure.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rolled_back_transaction_leaves_nothing()
    {
        using (var transaction = db.Database.BeginTransaction())
        {
            db.Add(Sale(1, "tea", 1, 1));
            db.SaveChanges();
            transaction.Rollback();
        }
        Assert.Equal(0, db.Orders.Count());
    }

    [Fact]
    public void Updates_and_deletes_run_without_loading()
    {
        Assert.Equal(2, db.Customers.Where(customer => customer.Email.EndsWith(".org"))
            .ExecuteUpdate(set => set.SetProperty(customer => customer.Name, customer => customer.Name + "!")));
        Assert.Equal(1, db.Customers.Where(customer => customer.Name == "Ada!").ExecuteDelete());
        Assert.Equal(["Bo", "Zoë 🦊!"], db.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Name));
    }

    [Fact]
    public async Task Streams_through_async_queries()
    {
        var names = new List<string>();
        await foreach (var customer in db.Customers.OrderByDescending(customer => customer.Id).AsAsyncEnumerable()) names.Add(customer.Name);
        Assert.Equal(["Zoë 🦊", "Bo", "Ada"], names);
    }

    [Fact]
    public void Decimal_aggregates_are_exact()
    {
        Assert.Equal(79_228_162_514.254337593543950335m, db.Customers.Sum(customer => customer.Balance));
        Assert.Equal(-0.01m, db.Customers.Min(customer => customer.Balance));
    }

    private static Order Sale(int customer, string product, int quantity, double price) =>
        new() { CustomerId = customer, Product = product, Quantity = quantity, Price = price };
}
