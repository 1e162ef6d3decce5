using Dashboard.Data;
using Dashboard.Reports;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Tests.Reports;

public sealed class LetterheadTests : IDisposable
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Without_settings_it_is_A4_and_nobodys() => Assert.Equal(new Letterhead(null, null, "A4"), Read());

    [Fact]
    public void A_png_becomes_part_of_the_page()
    {
        File.WriteAllBytes(_file, Png);

        Assert.Equal("data:image/png;base64," + Convert.ToBase64String(Png), Read(("Report:Logo", _file)).Logo);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("\uFEFF<?xml version='1.0'?><!-- by hand --><!DOCTYPE svg><svg/>")]
    public void So_does_an_svg(string svg)
    {
        File.WriteAllText(_file, svg);

        Assert.StartsWith("data:image/svg+xml;base64,", Read(("Report:Logo", _file)).Logo);
    }

    [Theory]
    [InlineData("<html><svg/></html>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public void Anything_else_is_refused_in_one_line(string content)
    {
        File.WriteAllText(_file, content);

        var refused = Assert.Throws<StartRefused>(() => Read(("Report:Logo", _file)));

        Assert.Contains("neither a PNG nor an SVG", refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_logo_that_is_not_there_or_too_large_is_refused()
    {
        File.WriteAllBytes(_file, [.. Png, .. new byte[600_000]]);

        Assert.Contains("does not exist", Assert.Throws<StartRefused>(() => Read(("Report:Logo", "/no/such.png"))).Message);
        Assert.Contains("larger than 500 kB", Assert.Throws<StartRefused>(() => Read(("Report:Logo", _file))).Message);
    }

    [Theory]
    [InlineData("letter", true)]
    [InlineData("a4", false)]
    public void Paper_is_A4_or_Letter(string paper, bool isLetter) => Assert.Equal(isLetter, Read(("Report:Paper", paper)).IsLetter);

    [Fact]
    public void Other_paper_is_refused() =>
        Assert.Equal("Report:Paper is A4 or Letter, not A3.", Assert.Throws<StartRefused>(() => Read(("Report:Paper", "A3"))).Message);

    private static Letterhead Read(params (string Key, string Value)[] settings) =>
        Letterhead.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());
}
