using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages;

/// <summary>One page for all that goes wrong: what happened, what to do, and a reference that stands in the log too.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class Error : PageModel
{
    private int Code => Response.StatusCode >= 400 ? Response.StatusCode : 404;

    public bool IsFault => Code is >= 500 and not (503 or 504);

    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public string Heading => Code switch
    {
        400 => "That request was not understood",
        404 => "There is nothing here",
        405 => "That is not possible here",
        409 => "That is not ready",
        413 => "That file is too large",
        429 => "Many reports are being printed",
        503 => "This machine cannot print",
        504 => "That took too long",
        _ => "Something went wrong",
    };

    public string Advice => Code switch
    {
        400 => "The page may have been open for too long. Go back, reload it, and try again.",
        404 => "It may have been deleted, or the address may be mistyped.",
        409 => "The work on it is still under way, or it ended without a result. Look at its page under Runs.",
        413 => "Split the file, or ask an administrator to raise the limit.",
        429 => "Twenty wait already. Try again in a minute.",
        503 => "There is no browser on it to make PDFs with. Whoever runs this site can install the package chromium (apt-get install chromium). Until then, open the segment's printable report and print it from your own browser.",
        504 => "It was broken off after 30 seconds. The machine may be busy: try again in a minute, or ask for less at a time.",
        _ => "It was not your fault. Nothing was changed. Try again, and give the reference below to whoever runs this site.",
    };

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }
}
