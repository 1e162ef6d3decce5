namespace Charts;

internal static class BinText
{
    /// <summary>True for a bin centred on one whole number.</summary>
    internal static bool IsSingle(Bin bin) => bin.To - bin.From == 1 && bin.From != Math.Floor(bin.From);

    internal static string Of(Bin bin) => IsSingle(bin)
        ? NumberText.Plain(bin.From + 0.5, 0)
        : $"{Edge(bin.From, bin)} to {Edge(bin.To, bin)}";

    // As many decimals as tell the edges apart.
    private static string Edge(double edge, Bin bin)
    {
        var decimals = -Math.Floor(Math.Log10(bin.To - bin.From) + 1e-9);
        return decimals > 12 || Math.Abs(edge) >= 1e15 ? NumberText.Of(edge) : NumberText.Plain(edge, (int)Math.Max(0, decimals));
    }
}
