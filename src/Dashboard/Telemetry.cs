using System.Diagnostics;
using Dashboard.Data;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Dashboard;

/// <summary>What an operator can watch: the log as lines of JSON, traces and metrics by OpenTelemetry. All of it off unless a setting asks for it.</summary>
public static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Quartz"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    /// <summary>Tags that may hold a customer's key, what was searched for, or who it was.</summary>
    private static readonly string[] Personal = ["url.path", "url.query", "url.full", "client.address", "network.peer.address", "user_agent.original"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration.Choice("Log:Format", "text", "json") == "json")
        {
            builder.Logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        }
        if (builder.Configuration["Telemetry:Endpoint"] is not { Length: > 0 } endpoint)
        {
            return;
        }
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
        {
            throw new StartRefused("Telemetry:Endpoint must be the address of a collector, as in http://localhost:4318.");
        }
        builder.Services.AddSingleton(services => Sdk.CreateTracerProviderBuilder().AddSource(Sources).AddProcessor(new RoutesForAddresses(services.GetRequiredService<IHttpContextAccessor>())).AddOtlpExporter(o => To(o, collector, "v1/traces")).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddOtlpExporter(o => To(o, collector, "v1/metrics")).Build());
        builder.Services.AddHostedService<Watch>();
    }

    private static void To(OtlpExporterOptions options, Uri collector, string path) =>
        (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector, path));

    /// <summary>Makes both providers at the start; the container disposes of them at the end, with what they still hold.</summary>
    private sealed class Watch(TracerProvider tracer, MeterProvider meter) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            tracer.ForceFlush(1000);
            meter.ForceFlush(1000);
            return Task.CompletedTask;
        }
    }

    private sealed class RoutesForAddresses(IHttpContextAccessor context) : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Kind == ActivityKind.Server && context.HttpContext is { } http)
            {
                data.DisplayName = $"{http.Request.Method} {(http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText}";
            }
            foreach (var tag in Personal)
            {
                data.SetTag(tag, null);
            }
        }
    }
}
