using Dashboard.Data;
using Dashboard.Explore;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Dashboard.Tests.Explore;

/// <summary>A data set as the charts see it: imported, checked, and asked by the words of an address.</summary>
internal static class Exploring
{
    public static async Task<T> ExploreAsync<T>(this Site site, string csv, Func<ExploreCharts, Import, DataQuality, T> look, params (string, string)[] fields)
    {
        var set = await site.Api().ImportAsync(csv, [("name", Guid.NewGuid().ToString()), .. fields]);
        await using var scope = site.Services.CreateAsyncScope();
        var import = await scope.ServiceProvider.GetRequiredService<DashboardDb>().Imports.VisibleAsync(set.Id());
        return look(scope.ServiceProvider.GetRequiredService<ExploreCharts>(), import!, scope.ServiceProvider.GetRequiredService<QualityCheck>().Of(import!));
    }

    public static ExploreWish Wish(Import import, string query = "") => ExploreWish.Read(
        new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).ToDictionary(q => q.Key, q => (StringValues)q.Value)), import.Dataset);
}
