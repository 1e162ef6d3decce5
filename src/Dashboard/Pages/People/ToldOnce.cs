using Dashboard.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.People;

/// <summary>A link on its way to the page that shows it, which is the only one that ever does.</summary>
public static class ToldOnce
{
    public const string Link = "OneTimeLink";
    public const string For = "OneTimeLinkFor";

    public static void Tell(this PageModel page, string token, string email)
    {
        page.TempData[Link] = page.HttpContext.RequestServices.GetRequiredService<PublicAddress>().To(page.Url.Page("/Access/ChoosePassword", new { token })!, page.Request);
        page.TempData[For] = email;
    }
}
