using System.Net;
using System.Text;
using System.Text.Json;

namespace Dashboard.Tests;

public sealed class TelemetryTests : IDisposable
{
    private const string Customer = "quokka-of-the-north";
    private readonly string _folder = Directory.CreateTempSubdirectory("dashboard-telemetry-").FullName;

    private string Database => Path.Combine(_folder, "dashboard.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_log_as_json_has_a_line_per_event_and_no_customer_or_password_in_it()
    {
        using var started = new Started(Database, ("Log:Format", "json"), ("Logging:LogLevel:Default", "Information"), ("Access:BootstrapApiKey", Site.Key), ("Access:BootstrapAdmin:Email", Site.Email), ("Access:BootstrapAdmin:Password", Site.Password));
        var lines = new List<string> { await started.LineAsync("Now listening on: ") };
        var address = JsonDocument.Parse(lines[0]).RootElement.GetProperty("Message").GetString()!.Split("on: ")[1];
        await UseAsync(address);

        lines.AddRange(await started.StopAsync());

        Assert.All(lines, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.Contains(lines, line => line.Contains("is complete"));
        foreach (var personal in new[] { Customer, Site.Email, Site.Password, Site.Key, "Wallaby" })
        {
            Assert.DoesNotContain(lines, line => line.Contains(personal));
        }
    }

    [Fact]
    public async Task Traces_and_metrics_reach_the_collector_with_routes_and_without_customers()
    {
        using var collector = new Collector();
        using var started = new Started(Database, ("Telemetry:Endpoint", collector.Address), ("Access:BootstrapApiKey", Site.Key));
        await UseAsync((await started.LineAsync("Now listening on: ")).Split("on: ")[1]);
        await started.StopAsync();

        var traces = collector.Received("/v1/traces");
        Assert.Contains("customers/{**key}", traces);
        Assert.Contains("http.server.request.duration", collector.Received("/v1/metrics"));
        foreach (var text in new[] { traces, collector.Received("/v1/metrics") })
        {
            Assert.DoesNotContain(Customer, text);
            Assert.DoesNotContain(Site.Key, text);
        }
    }

    private static async Task UseAsync(string address)
    {
        using var api = new HttpClient { BaseAddress = new Uri(address) };
        api.DefaultRequestHeaders.Authorization = new("Bearer", Site.Key);
        await api.ImportAsync($"Customer ID,Name,Age\n{Customer},Wallaby,3\n{Customer}-2,Wallaby Two,nonsense\n{Customer}-3,x,4\n{Customer}-4,y,5\n");
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"/api/v1/customers/{Customer}?search={Customer}")).StatusCode);
        await api.GetAsync($"/api/v1/customers/{Customer}-that-is-nobody");
    }

    /// <summary>Takes what is sent and keeps it as it came.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly List<(string Path, string Body)> _received = [];
        private readonly Task _work;

        public Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            }
            _listener.Prefixes.Add(Address + "/");
            _listener.Start();
            _work = TakeAsync();
        }

        public string Address { get; }

        public string Received(string path)
        {
            lock (_received)
            {
                return string.Concat(_received.Where(r => r.Path == path).Select(r => r.Body));
            }
        }

        public void Dispose()
        {
            _listener.Close();
            _work.Wait(1000);
        }

        private async Task TakeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    var asked = await _listener.GetContextAsync();
                    using var reader = new StreamReader(asked.Request.InputStream, Encoding.Latin1);
                    var body = await reader.ReadToEndAsync();
                    lock (_received)
                    {
                        _received.Add((asked.Request.Url!.AbsolutePath, body));
                    }
                    asked.Response.Close();
                }
                catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }
    }
}
