namespace Dashboard.Data;

public sealed class LocalTime
{
    private readonly TimeZoneInfo _zone;
    private readonly string _format;

    public LocalTime(IConfiguration configuration)
    {
        _format = Checked(configuration["Display:DateFormat"] ?? "d MMM yyyy");
        var zone = configuration["Display:TimeZone"];
        _zone = string.IsNullOrEmpty(zone) ? TimeZoneInfo.Local
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found
            : throw new StartRefused($"Display:TimeZone {zone} is not known on this machine. Use a name such as Europe/Berlin.");
    }

    public string Show(DateTime utc) => In(utc).ToString(_format + " HH:mm");

    public string Date(DateTime utc) => In(utc).ToString(_format);

    /// <summary>When a day began, also where clocks were put forward at midnight.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = _zone.GetUtcOffset(midnight);
        return DateTime.SpecifyKind(midnight.Ticks > offset.Ticks ? midnight - offset : midnight, DateTimeKind.Utc);
    }

    private static string Checked(string format)
    {
        try
        {
            DateTime.UnixEpoch.ToString(format + " HH:mm");
            return format;
        }
        catch (FormatException)
        {
            throw new StartRefused("Display:DateFormat is not a way to write dates. Use one such as d MMM yyyy.");
        }
    }

    private DateTime In(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), _zone);
}
