using Dashboard.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Access;

/// <summary>A form fills what it was made for, and never a row of the database.</summary>
public sealed class OverPostingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task No_form_is_bound_to_an_entity()
    {
        var entities = new HashSet<Type>();
        await site.UseAsync(db => { entities.UnionWith(db.Model.GetEntityTypes().Select(e => e.ClrType)); return Task.CompletedTask; });
        var bound = (from page in typeof(Program).Assembly.GetTypes()
                     where page.IsSubclassOf(typeof(PageModel))
                     from type in page.GetProperties().Where(p => p.IsDefined(typeof(BindPropertyAttribute), true)).Select(p => p.PropertyType)
                         .Concat(page.GetMethods().Where(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType))
                     from part in type.GetProperties().Select(p => p.PropertyType).Append(type)
                     select part).ToHashSet();

        Assert.Contains(typeof(User), entities);
        Assert.True(bound.Count > 10);
        Assert.Empty(bound.Intersect(entities));
    }

    [Fact]
    public async Task Fields_that_a_form_has_not_are_not_looked_at()
    {
        var (ada, id) = (await site.SignedInAsync(), (await site.Api().ImportAsync(Shoppers.TwoGroups, ("name", "Shoppers"))).Id());

        await ada.SubmitAsync($"/datasets/{id}", "form[action*='Rename']", ("name", "Renamed"), ("Id", "99"), ("Dataset.Version", "7"), ("Version", "7"), ("Dataset.Customers", "0"), ("Import.Status", "Failed"));

        await site.UseAsync(async db =>
        {
            var dataset = await db.Datasets.SingleAsync(d => d.Id == id);
            Assert.Equal(("Renamed", 1, 7), (dataset.Name, dataset.Version, dataset.Customers));
        });
    }
}
