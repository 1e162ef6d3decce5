namespace Dashboard.Data;

public sealed class LocalTime
{
    private readonly TimeZoneInfo _zone;
    private readonly string _format;

    public LocalTime(IConfiguration configuration)
    {
        _format = configuration["Display:DateFormat"] ?? "d MMM yyyy";
        var zone = configuration["Display:TimeZone"];
        _zone = string.IsNullOrEmpty(zone) ? TimeZoneInfo.Local
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found
            : throw new StartRefused($"Display:TimeZone {zone} is not known on this machine. Use a name such as Europe/Berlin.");
    }

    public string Show(DateTime utc) => In(utc).ToString(_format + " HH:mm");

    public string Date(DateTime utc) => In(utc).ToString(_format);

    private DateTime In(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone);
}
