using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>What is wrong with a page for people who see, hear or touch it differently; and a picture of it for people who want to look.</summary>
internal static class PageCheck
{
    /// <summary>A folder for pictures of all pages; none are taken when it is not set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("DASHBOARD_PICTURES");

    public static async Task<List<string>> FaultsAsync(this IPage page, string name)
    {
        if (Pictures is not null)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });
        }
        List<string> faults = [.. from violation in (await page.RunAxe()).Violations
                                  from node in violation.Nodes
                                  select $"{name}: {violation.Id}: {violation.Help}: {node.Html}"];
        if (await OverflowAsync(page) is { Length: > 0 } wide)
        {
            faults.Add($"{name}: wider than the window: {wide}");
        }
        return faults;
    }

    private static Task<string> OverflowAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return "";
          const wide = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll, pre"));
          return `${document.documentElement.scrollWidth} px, for ${wide.slice(0, 3).map(e => e.outerHTML.slice(0, 80)).join(" and ")}`;
        }
        """);
}
