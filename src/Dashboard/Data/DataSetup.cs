using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data;

public static class DataSetup
{
    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WriteGate>();
        builder.Services.AddSingleton(typeof(UntilWritten<,>));
        builder.Services.AddSingleton<DatabaseFile>();
        builder.Services.AddSingleton<StorageFolder>();
        builder.Services.AddSingleton<CustomerStore>();
        builder.Services.AddSingleton(new LocalTime(builder.Configuration));
        builder.Services.AddDbContext<DashboardDb>((services, options) =>
            options.UseDatabase(services.GetRequiredService<DatabaseFile>().ConnectionString), optionsLifetime: ServiceLifetime.Singleton);
    }

    public static async Task PrepareDataAsync(this WebApplication app)
    {
        var file = app.Services.GetRequiredService<DatabaseFile>();
        var gate = app.Services.GetRequiredService<WriteGate>();
        await file.PrepareAsync(connection => new DashboardDb(Options(connection), gate));
        await using var db = new DashboardDb(Options(file.ConnectionString), gate);
        var store = app.Services.GetRequiredService<CustomerStore>();
        await db.Datasets.AsNoTracking().Include(d => d.Columns).ForEachAsync(store.Upgrade);
    }

    /// <summary>For commands: beside a site that runs, and of a backup too, without changing a byte.</summary>
    public static DashboardDb OpenToRead(this DatabaseFile file)
    {
        file.RefuseMissing();
        var options = new DbContextOptionsBuilder<DashboardDb>().UseSqlite($"Data Source={file.Path};Mode=ReadOnly;Pooling=False");
        return new DashboardDb(options.Options, new WriteGate());
    }

    /// <summary>A file that nobody else has open.</summary>
    internal static DashboardDb Open(string path) => new(Options($"Data Source={path};Pooling=False"), new WriteGate());

    private static DbContextOptions<DashboardDb> Options(string connection)
    {
        var options = new DbContextOptionsBuilder<DashboardDb>();
        options.UseDatabase(connection);
        return options.Options;
    }

    private static void UseDatabase(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqliteSettings());
}
