using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Dashboard.Pages.Shared;

/// <summary>A text as a square for a telephone's camera: dark on light in dark pages too, since some cameras read nothing else.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTag : TagHelper
{
    private const int Module = 4;

    public required string Of { get; set; }

    /// <summary>What it is, for those who do not see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Of, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(code);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        // Squares alone: nothing of the text is written as text.
        output.Content.SetHtmlContent(svg.GetGraphic(Module));
    }
}
