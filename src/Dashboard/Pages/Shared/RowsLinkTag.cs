using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dashboard.Pages.Shared;

/// <summary>A figure that leads to the customers behind it; without an address only the figure.</summary>
[HtmlTargetElement("rows-link")]
public sealed class RowsLinkTag : TagHelper
{
    public string? To { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = To is null ? null : "a";
        if (To is not null)
        {
            output.Attributes.SetAttribute("class", "rows");
            output.Attributes.SetAttribute("href", To);
        }
    }
}
