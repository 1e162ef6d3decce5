namespace Charts;

/// <summary>
/// A group's look: slot 0 and up are groups, each with a colour, a marker and the number slot + 1; 56 slots differ in
/// colour or marker. <see cref="Noise"/> and <see cref="Rest"/> are the two looks without a number.
/// </summary>
public static class Slot
{
    /// <summary>Belongs to no group.</summary>
    public const int Noise = -1;

    /// <summary>Everything else, grey and below the others.</summary>
    public const int Rest = -2;

    /// <summary>The ink of a slot.</summary>
    public static Ink Ink(int slot) => slot switch
    {
        Noise => Charts.Ink.Noise,
        Rest => Charts.Ink.Rest,
        _ => Charts.Ink.Series(Checked(slot)),
    };

    /// <summary>The marker of a slot.</summary>
    public static Marker Marker(int slot) => slot switch
    {
        Noise => Charts.Marker.Ring,
        Rest => Charts.Marker.Disc,
        _ => (Marker)(Checked(slot) % (int)Charts.Marker.Ring),
    };

    /// <summary>The number that readers see, empty for noise and rest.</summary>
    public static string Number(int slot) => slot < 0 ? "" : NumberText.Of(Checked(slot) + 1);

    internal static int Checked(int slot) => slot >= Rest ? slot
        : throw new ArgumentOutOfRangeException(nameof(slot), slot, "A slot is 0 or more, -1 for noise or -2 for the rest.");
}
