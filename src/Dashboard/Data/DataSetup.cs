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
            options.UseDatabase(services.GetRequiredService<DatabaseFile>().ConnectionString));
    }

    public static async Task PrepareDataAsync(this WebApplication app)
    {
        var file = app.Services.GetRequiredService<DatabaseFile>();
        var gate = app.Services.GetRequiredService<WriteGate>();
        await file.PrepareAsync(connection => new DashboardDb(Options(connection), gate));
    }

    private static DbContextOptions<DashboardDb> Options(string connection)
    {
        var options = new DbContextOptionsBuilder<DashboardDb>();
        options.UseDatabase(connection);
        return options.Options;
    }

    private static void UseDatabase(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).AddInterceptors(new SqliteSettings());
}
