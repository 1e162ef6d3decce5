using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Data;

public sealed class CustomerStoreTests
{
    [Fact]
    public async Task The_customers_of_an_earlier_version_of_the_site_get_the_columns_that_came_later()
    {
        var folder = Directory.CreateTempSubdirectory("dashboard-upgrade-").FullName;
        using (var first = Site.With(folder))
        {
            await first.Api().ImportAsync(Shoppers.TwoGroups);
            await first.UseAsync(db => db.Database.ExecuteSqlRawAsync("DROP VIEW dataset_1; DROP INDEX customers_1_left_out; ALTER TABLE customers_1 DROP COLUMN left_out; ALTER TABLE customers_1 DROP COLUMN seen_version;"));
        }

        using (var later = Site.With(folder))
        {
            Assert.Equal(7, (await later.Api().GetJsonAsync("/datasets/1/customers")).Items().Count);
            Assert.Equal(7, await CountAsync(later));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> CountAsync(Site site)
    {
        var count = 0;
        await site.UseAsync(async db => count = await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM dataset_1").SingleAsync());
        return count;
    }
}
