using System.Text.Encodings.Web;
using Charts;
using Dashboard.Reports;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dashboard.Pages.Shared;

/// <summary>A chart in the page: its picture as SVG and, under it, the same figures as a table.</summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTag(ReportPrinter printer) : TagHelper
{
    /// <summary>On a telephone a chart is drawn anew, so that its text stays readable.</summary>
    private const double Narrow = 330;
    private const double NarrowHeight = 400;

    public Chart? Of { get; set; }
    public double Width { get; set; } = 640;
    public double Height { get; set; } = 400;

    /// <summary>Where the chart can be had as a file: an address without ending, perhaps with choices behind it.</summary>
    public string? File { get; set; }

    /// <summary>False on paper, which has one width and no summary to open.</summary>
    public bool WithTable { get; set; } = true;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "figure");
        // Svg.Write encodes every text that it writes.
        output.Content.AppendHtml($"<div class=\"for-wide\">{Svg.Write(Of.Draw(Width, Height))}</div>");
        if (WithTable)
        {
            output.Content.AppendHtml($"<div class=\"for-narrow\">{Svg.Write(Of.Draw(Narrow, Math.Min(Height, NarrowHeight)), "narrow")}</div>");
            output.Content.AppendHtml(Table(Of));
        }
        if (File is not null)
        {
            string[] files = printer.WhyNot is null ? [Link("svg"), Link("png"), Link("pdf")] : [Link("svg")];
            output.PostElement.AppendHtml($"<p class=\"files\">Save as {string.Join(" · ", files)}</p>");
        }
    }

    private string Link(string ending)
    {
        var query = File!.IndexOf('?');
        var address = query < 0 ? $"{File}.{ending}" : $"{File[..query]}.{ending}{File[query..]}";
        return $"<a href=\"{HtmlEncoder.Default.Encode(address)}\" download>{ending.ToUpperInvariant()}<span class=\"visually-hidden\">: {HtmlEncoder.Default.Encode(Of!.Title)}</span></a>";
    }

    private static string Table(Chart chart)
    {
        static string Cells(IEnumerable<string> texts, string tag) =>
            string.Concat(texts.Select(text => $"<{tag}>{HtmlEncoder.Default.Encode(text)}</{tag}>"));
        var table = chart.Table();
        var rows = string.Concat(table.Rows.Select(row => $"<tr>{Cells(row, "td")}</tr>"));
        var title = HtmlEncoder.Default.Encode(chart.Title);
        return $"<details><summary>Show as table</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{title} as a table\"><table><caption>{title}</caption>"
            + $"<thead><tr>{Cells(table.Columns, "th")}</tr></thead><tbody>{rows}</tbody></table></div></details>";
    }
}
