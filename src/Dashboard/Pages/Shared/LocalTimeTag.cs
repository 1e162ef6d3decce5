using Dashboard.Data;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dashboard.Pages.Shared;

/// <summary>A moment in the time zone and format of the site's settings (Display:TimeZone, Display:DateFormat).</summary>
[HtmlTargetElement("local-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LocalTimeTag(LocalTime local) : TagHelper
{
    public DateTime Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToString("O"));
        output.Content.SetContent(local.Show(Value));
    }
}
