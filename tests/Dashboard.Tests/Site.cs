using Dashboard.Access;
using Dashboard.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Dashboard.Tests;

/// <summary>The whole site in memory, on a real SQLite file in a folder of its own.</summary>
public class Site : WebApplicationFactory<Program>
{
    public const string Key = "the-tests-own-bootstrap-key-0123456789";
    public const string Email = "ada@example.com";
    public const string Password = "correct horse battery staple";
    private readonly bool _ownsFolder;

    // A site would set it to its own folder, which is gone when the next site of this process receives a file.
    static Site() => Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", Path.GetTempPath());

    public Site() : this(null) { }

    private protected Site(string? folder)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("dashboard-site-").FullName;
    }

    public string Folder { get; }
    public string Database => Path.Combine(Folder, "dashboard.db");

    /// <summary>A site of its own kind: on a folder that is there already, or with other settings.</summary>
    public static Site With(string? folder = null, params (string Key, string Value)[] settings) => new Particular(folder, settings);

    public HttpClient Api(string key = Key)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    public Visitor Visitor() => new(Client());

    public async Task<Visitor> SignedInAsync(string role = Roles.Administrator)
    {
        return await SignedInAsAsync(role == Roles.Administrator ? Email : await MakeUserAsync($"{role.ToLowerInvariant()}@example.com", role));
    }

    public async Task<Visitor> SignedInAsAsync(string email, string password = Password)
    {
        var visitor = Visitor();
        var answer = await visitor.SignInAsync(email, password);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        return visitor;
    }

    /// <summary>Somebody with the password of all; who is there already is not made again.</summary>
    public async Task<string> MakeUserAsync(string email, string role)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await users.FindByEmailAsync(email) is null)
        {
            var user = new User { UserName = email, Email = email };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRoleAsync(user, role)).Succeeded);
        }
        return email;
    }

    public async Task<HttpClient> ApiWithScopesAsync(string scopes, Action<ApiKey>? change = null)
    {
        var text = $"{scopes}-{Guid.NewGuid()}";
        var key = new ApiKey { Name = scopes, Hash = ApiKeys.HashOf(text), Scopes = scopes, CreatedAt = DateTime.UtcNow };
        change?.Invoke(key);
        await UseAsync(async db =>
        {
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync();
        });
        return Api(text);
    }

    public async Task UseAsync(Func<DashboardDb, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<DashboardDb>());
    }

    /// <summary>From now on what is queued stays queued.</summary>
    public async Task PauseAsync() => await (await Services.GetRequiredService<ISchedulerFactory>().GetScheduler()).Standby();

    protected virtual IEnumerable<(string Key, string Value)> Settings() =>
    [
        ("ConnectionStrings:Dashboard", $"Data Source={Database}"),
        ("Storage:Folder", Path.Combine(Folder, "storage")),
        ("Access:BootstrapApiKey", Key),
        ("Access:BootstrapAdmin:Email", Email),
        ("Access:BootstrapAdmin:Password", Password),
        ("Access:SignInsPerMinute", "1000"),
        ("Logging:LogLevel:Default", "None"),
    ];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in Settings())
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && _ownsFolder && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private sealed class Particular(string? folder, (string Key, string Value)[] settings) : Site(folder)
    {
        protected override IEnumerable<(string Key, string Value)> Settings() => base.Settings().Concat(settings);
    }
}
