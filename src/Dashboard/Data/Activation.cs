namespace Dashboard.Data;

/// <summary>Somebody made a run the one in use; what is kept says who it was and when, run by run.</summary>
public sealed class Activation
{
    public int Id { get; set; }
    public int RunId { get; set; }
    public Run Run { get; set; } = null!;
    public DateTime At { get; set; }
    public string By { get; set; } = "";
}
