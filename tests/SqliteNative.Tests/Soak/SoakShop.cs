using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SqliteNative.Tests.DataSqlite;
using SqliteNative.Tests.EntityFramework;
using SQLitePCL;
using static SQLitePCL.raw;

namespace SqliteNative.Tests.Soak;

/// <summary>One file, used at the same time in every way there is; it keeps its own books of what was committed.</summary>
internal sealed class SoakShop
{
    private const string Settings = "PRAGMA busy_timeout = 30000; PRAGMA synchronous = NORMAL; PRAGMA mmap_size = 0";

    private readonly string path;
    private readonly ConcurrentDictionary<string, int> rounds = [];
    private long orders;
    private long customers;

    internal SoakShop(string path)
    {
        this.path = path;
        using var shop = new ShopDb(path);
        shop.Database.EnsureCreated();
        using var db = Open();
        db.Execute("CREATE TABLE files (id INTEGER PRIMARY KEY, content BLOB); INSERT INTO files VALUES (1, zeroblob(100000))");
        db.Execute("INSERT INTO Customers (Id, Name, Email, Balance) VALUES (1, 'First', 'first', '0')");
        customers = 1;
    }

    internal Action<Random>[] Work => [LoadInBulk, UseEntityFramework, UseFunctions, StreamBlobs, BackUp, LeaveThingsLyingAbout, FailInEveryWay];

    internal string Report() => $"{customers} customers, {orders} orders; rounds: "
        + string.Join(", ", rounds.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"));

    internal void AssertEverythingIsThere()
    {
        using var db = Open();
        Assert.Equal("ok", db.Scalar("PRAGMA integrity_check"));
        Assert.Equal(orders, db.Scalar("SELECT count(*) FROM Orders"));
        Assert.Equal(customers, db.Scalar("SELECT count(*) FROM Customers"));
        Assert.Equal(Work.Length, rounds.Count);
    }

    private void LoadInBulk(Random random)
    {
        using var db = RawSql.Open(path);
        db.Run(Settings + "; BEGIN IMMEDIATE");
        using (var insert = db.Prepare("INSERT INTO Orders (CustomerId, Product, Quantity, Price) VALUES (1, ?1, ?2, ?3)"))
            for (var i = 0; i < 500; i++)
            {
                sqlite3_bind_text(insert, 1, i % 2 == 0 ? "tea 🍵"u8 : "jam\0"u8);
                sqlite3_bind_int64(insert, 2, random.Next(1, 10));
                sqlite3_bind_double(insert, 3, random.NextDouble());
                Assert.Equal(SQLITE_DONE, sqlite3_step(insert));
                sqlite3_reset(insert);
            }
        db.Run("DELETE FROM Orders WHERE Id <= (SELECT max(Id) FROM Orders) - 20000");
        var change = 500 - sqlite3_changes(db);
        var keep = random.Next(4) > 0;
        db.Run(keep ? "COMMIT" : "ROLLBACK");
        if (keep) Interlocked.Add(ref orders, change);
        Count();
        LetOthersWrite(random);
    }

    private void UseEntityFramework(Random random)
    {
        using var shop = new ShopDb(path);
        shop.Database.OpenConnection();
        shop.Database.ExecuteSqlRaw(Settings);
        var customer = new Customer { Name = $"Zoë {random.Next()}", Email = Guid.NewGuid().ToString(), Balance = random.Next() / 100m };
        shop.Add(customer);
        shop.SaveChanges();
        Interlocked.Increment(ref customers);
        var revenue = shop.Orders.OrderByDescending(order => order.Id).Take(500)
            .GroupBy(order => order.Product).Select(group => group.Sum(order => order.Quantity * order.Price)).ToList();
        Assert.All(revenue, sum => Assert.True(sum > 0));
        Assert.Equal(1, shop.Customers.Where(other => other.Id == customer.Id).ExecuteUpdate(set => set.SetProperty(other => other.Name, "renamed")));
        var old = shop.Customers.Where(other => other.Id > 1 && other.Id < customer.Id - 500).ExecuteDelete();
        Interlocked.Add(ref customers, -old);
        Count();
    }

    private void UseFunctions(Random random)
    {
        using var db = Open("Pooling=True");
        db.CreateFunction("twice", (long value) => value * 2);
        db.CreateAggregate("joined", 0L, (long sum, long value) => value == 3 ? throw new FormatException("three") : sum + value, sum => sum);
        db.CreateCollation("fragile", (a, b) => random.Next(100) == 0 ? throw new NotSupportedException() : string.CompareOrdinal(a, b));
        Assert.NotNull(db.Scalar("SELECT sum(twice(Quantity)) + 1 FROM (SELECT Quantity FROM Orders LIMIT 100)"));
        Try<SqliteException>(() => db.Scalar("SELECT joined(Quantity) FROM (SELECT Quantity FROM Orders LIMIT 10)"));
        Try<NotSupportedException>(() => db.Scalar("SELECT Name FROM Customers ORDER BY Name COLLATE fragile"));
        Count();
    }

    private void StreamBlobs(Random random)
    {
        using var db = Open("Pooling=True");
        db.Execute(Settings);
        var written = new byte[100_000];
        random.NextBytes(written);
        using (var transaction = db.BeginTransaction(deferred: false))
        {
            using (var target = new SqliteBlob(db, "files", "content", 1)) target.Write(written);
            transaction.Commit();
        }
        using var source = new SqliteBlob(db, "files", "content", 1, readOnly: true);
        var read = new byte[written.Length];
        source.ReadExactly(read);
        Assert.Equal(written, read);
        Count();
        LetOthersWrite(random);
    }

    private void BackUp(Random random)
    {
        var target = $"{path}.{random.Next()}.copy";
        using (var db = Open())
        using (var copy = TemporaryFolder.Open(target, "Pooling=False"))
        {
            db.BackupDatabase(copy);
            Assert.Equal("ok", copy.Scalar("PRAGMA integrity_check"));
        }
        File.Delete(target);
        Count();
        Thread.Sleep(200);
    }

    private void LeaveThingsLyingAbout(Random random)
    {
        var db = RawSql.Open(path, SQLITE_OPEN_READWRITE);
        sqlite3_busy_timeout(db, 30_000);
        sqlite3_create_function(
            db, "kept", 1, null, (context, _, _) => context.state ??= new byte[1000], (context, _) => sqlite3_result_null(context));
        var reader = db.Prepare("SELECT kept(Quantity) FROM Orders WHERE Id < 300 GROUP BY Product");
        sqlite3_step(reader);
        if (random.Next(2) == 0) db.Dispose();
        if (random.Next(10) == 0) GC.Collect();
        Count();
    }

    private void FailInEveryWay(Random random)
    {
        using var db = Open();
        Assert.Equal(1, Assert.Throws<SqliteException>(() => db.Execute("SELEC")).SqliteErrorCode);
        Assert.Equal(2067, Assert.Throws<SqliteException>(() =>
            db.Execute("INSERT INTO Customers (Name, Email, Balance) VALUES ('x', 'first', '0')")).SqliteExtendedErrorCode);
        db.CreateFunction("fail", () => random.Next() < 0 ? 0L : throw new InvalidOperationException("as planned"));
        var planned = Assert.Throws<SqliteException>(() => db.Execute("DELETE FROM Customers WHERE fail()"));
        Assert.Contains("as planned", planned.Message, StringComparison.Ordinal);
        using var transaction = db.BeginTransaction(deferred: false);
        db.Execute("DELETE FROM Customers");
        db.Execute("ROLLBACK");
        Assert.Throws<InvalidOperationException>(transaction.Commit);
        Count();
        LetOthersWrite(random);
    }

    private SqliteConnection Open(string options = "Pooling=False")
    {
        var db = TemporaryFolder.Open(path, options);
        db.Execute(Settings);
        return db;
    }

    // Who waits for a lock sleeps and asks again; without pauses the lucky writer would be lucky for ever.
    private static void LetOthersWrite(Random random) => Thread.Sleep(random.Next(40));

    private void Count([System.Runtime.CompilerServices.CallerMemberName] string job = "") => rounds.AddOrUpdate(job, 1, (_, count) => count + 1);

    private static void Try<TException>(Action action) where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException)
        {
            // Some of these fail by chance; what matters is that nothing else happens.
        }
    }
}
