using Dashboard.Data;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Dashboard.Pages.Shared;

/// <summary>The status of a row as a word in a pill.</summary>
[HtmlTargetElement("work-status", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WorkStatusTag : TagHelper
{
    public WorkStatus Of { get; set; }

    /// <summary>The word for a row that is complete.</summary>
    public string Done { get; set; } = "done";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, look) = Of switch
        {
            WorkStatus.Completed => (Done, "good"),
            WorkStatus.Failed => ("failed", "bad"),
            WorkStatus.Cancelled => ("cancelled", "warn"),
            WorkStatus.Undone => ("taken back", "warn"),
            WorkStatus.Draft => ("columns to match", "warn"),
            WorkStatus.Queued => ("waiting", ""),
            _ => ("running", ""),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"pill {look}".Trim());
        output.Content.SetContent(word);
    }
}
