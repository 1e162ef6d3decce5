using Dashboard.Runs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Segments;

public sealed class NicknamesPage(Nicknames nicknames) : PageModel
{
    public string Lines { get; private set; } = "";
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task OnGetAsync() => Lines = string.Join('\n', await nicknames.LinesAsync());

    public async Task<IActionResult> OnPostAsync(string? lines)
    {
        Problems = await nicknames.SaveAsync(lines ?? "");
        if (Problems.Count > 0)
        {
            Lines = lines ?? "";
            return Page();
        }
        TempData["Notice"] = "Saved.";
        return Redirect("/segments/nicknames");
    }
}
