using System.Text;

namespace Charts;

/// <summary>Writes a picture as SVG: one element, ready to stand inside a page or to be a file of its own.</summary>
public static class Svg
{
    private const string Fonts = "Arial, 'Liberation Sans', Helvetica, sans-serif";

    /// <summary>
    /// The svg element, with role img, its title and description; a picture with neither is decoration and hidden from readers
    /// of the page. Its ids come from the content; give a suffix of letters
    /// and digits to a second copy on one page. Throws ArgumentException where a coordinate is not finite. Linear in the shapes.
    /// </summary>
    public static string Write(Picture picture, string suffix = "")
    {
        var body = new SvgBody();
        foreach (var shape in picture.Shapes) body.Add(shape);
        var drawn = body.Close();
        var id = Id(picture.Title, picture.Description, drawn) + Suffix(suffix);
        return new StringBuilder(drawn.Length + 800)
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 ")
            .Append(SvgText.Number(picture.Width)).Append(' ').Append(SvgText.Number(picture.Height))
            .Append("\" width=\"").Append(SvgText.Number(picture.Width)).Append("\" height=\"").Append(SvgText.Number(picture.Height))
            .Append("\" font-family=\"").Append(Fonts).Append('"').Append(Names(picture, id))
            .Append(Paper(picture)).Append(drawn).Append("</svg>\n").ToString();
    }

    private static string Names(Picture picture, string id) => picture is { Title: "", Description: "" }
        ? " aria-hidden=\"true\">\n"
        : $" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n"
            + $"<title id=\"{id}-title\">{SvgText.Encode(picture.Title)}</title>\n"
            + $"<desc id=\"{id}-desc\">{SvgText.Encode(picture.Description)}</desc>\n";

    private static string Paper(Picture picture) =>
        $"<rect class=\"fill paper sheet\" fill=\"{Palette.Colour(Ink.Paper)}\" width=\"{SvgText.Number(picture.Width)}\" height=\"{SvgText.Number(picture.Height)}\"/>\n";

    private static string Suffix(string suffix) => suffix.All(char.IsAsciiLetterOrDigit) ? suffix
        : throw new ArgumentException("A suffix is made of ASCII letters and digits.", nameof(suffix));

    // FNV-1a, 64 bits: the same on every machine and run, which string.GetHashCode is not.
    private static string Id(params ReadOnlySpan<string> parts)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in parts)
            foreach (var character in part) hash = (hash ^ character) * 1099511628211UL;
        return "c" + hash.ToString("x16");
    }
}
