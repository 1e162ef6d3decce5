using Microsoft.EntityFrameworkCore;

namespace SqliteNative.Tests.EntityFramework;

public sealed class ShopDb(string path) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite($"Data Source={path};Pooling=False");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().HasIndex(customer => customer.Email).IsUnique();
        modelBuilder.Entity<Order>().ToTable(table => table.HasCheckConstraint("CK_Orders_Quantity_positive", "\"Quantity\" > 0"));
    }
}

public sealed class Customer
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public decimal Balance { get; set; }

    public byte[]? Photo { get; set; }

    public List<Order> Orders { get; } = [];
}

public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public required string Product { get; set; }

    public int Quantity { get; set; }

    public double Price { get; set; }
}
