using Charts;
using Dashboard.Data;
using Dashboard.Runs;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dashboard.Pages.Shared;

/// <summary>A segment's mark, as it is in the charts: colour, shape and number.</summary>
[HtmlTargetElement("segment-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BadgeTag : TagHelper
{
    public required Segment Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badge");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent(Svg.Write(Badge.Draw(RunCharts.SlotOf(Of), Of.Name), $"badge{Of.Id}"));
    }
}
