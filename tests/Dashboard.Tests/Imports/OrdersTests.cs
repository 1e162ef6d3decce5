using System.Net;
using Dashboard.Tests.Csv;

namespace Dashboard.Tests.Imports;

/// <summary>Lines of orders become customers with recency, frequency and monetary value.</summary>
public sealed class OrdersTests(Site site) : IClassFixture<Site>
{
    private const string Lines =
        "Invoice,Customer ID,Date,Quantity,Unit Price\n"
        + "1,K1,2025-01-10,2,10\n1,K1,2025-01-10,1,5\n2,K1,2025-06-30,1,75\n"
        + "3,k1,2025-06-30,1,0\nC4,K1,2025-02-01,-1,10\n"
        + "5,K2,2025-03-31,4,2.5\n6,K2,2025-04-10,-1,2.5\n7,,2025-04-10,1,9\n8,K2,31.4.2025,1,9\n9,K3,2025-01-01,-1,3\n";

    private readonly HttpClient api = site.Api();

    [Fact]
    public async Task Each_customer_gets_what_the_orders_come_to()
    {
        var set = await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Sums"));

        var customers = (await api.GetJsonAsync($"/datasets/{set.Id()}/customers")).Items();
        Assert.Equal(["K1", "K2"], customers.Select(c => c.Text("Customer ID")));
        // 30 June + 1 is the reference; two orders of 25 and 75, one of three cancelled, 75 % of it since 3 April.
        Assert.Equal([1, 2, 100, 50, 172, 100.0 / 3, 75], Values(customers[0]));
        Assert.Equal([92, 1, 10, 10, 92, 0, 0], Values(customers[1]));
    }

    [Fact]
    public async Task Every_line_of_the_file_is_accounted_for()
    {
        var set = await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Lines"));

        var rows = set.GetProperty("rows");
        Assert.Equal((10, 4, 5, 1), (rows.Int("read"), rows.Int("imported"), rows.Int("excluded"), rows.Int("rejected")));
        Assert.Equal("transactions", set.Text("kind"));
    }

    [Fact]
    public async Task Orders_are_known_as_such_unasked()
    {
        var set = await api.ImportAsync(Lines, ("name", "Unasked"));

        Assert.Equal(("transactions", 4), (set.Text("kind"), set.GetProperty("rows").Int("imported")));
    }

    [Theory]
    [InlineData("customers", null, "1,K1,2025-01-10,2,10\n2,K1,2025-06-30,1,75\n3,K2,2025-06-30,1,0\n", "Receipt,Customer ID,Date,Quantity,Unit Price\n")]
    [InlineData(null, """[{"source": "Customer ID", "role": "text"}]""", "1,K1,2025-01-10,2,10\n2,K1,2025-06-30,1,75\n3,K2,2025-06-30,1,0\n", "Receipt,Customer ID,Date,Quantity,Unit Price\n")]
    [InlineData(null, null, "K1,2025-01-10,20,1\nK1,2025-06-30,75,2\nK2,2025-06-30,10,3\n", "Customer ID,Last seen,Total spent,Orders\n")]
    public async Task Customers_on_several_lines_stay_customers(string? kind, string? columns, string lines, string header)
    {
        (string, string)[] fields = [.. new[] { ("kind", kind), ("columns", columns), ("name", $"Stays {kind}{columns?.Length}") }.Where(f => f.Item2 is not null)!];

        Assert.Equal("customers", (await api.ImportAsync(header + lines, fields)).Text("kind"));
    }

    [Theory]
    [InlineData("CA-2016-1", "CA-2016-2", "CA-2016-3")]
    [InlineData("C1", "C2", "C3")]
    public async Task An_order_number_that_begins_with_C_is_not_always_a_cancellation(string first, string second, string third)
    {
        var set = await api.ImportAsync($"Order ID,Order Date,Customer ID,Sales\n{first},1/8/2016,K1,20\n{second},1/30/2016,K1,75\n{third},2/1/2016,K2,9\n", ("name", first));

        Assert.Equal(("transactions", 3), (set.Text("kind"), set.GetProperty("rows").Int("imported")));
    }

    [Fact]
    public async Task Customers_are_refused_as_orders()
    {
        var answer = await api.SendFileAsync(System.Text.Encoding.UTF8.GetBytes(Shoppers.TwoGroups), "a.csv", ("kind", "transactions"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("These are no orders", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_shows_the_rules_and_what_each_leaves_out()
    {
        var ada = await site.SignedInAsync();
        var orders = (await ada.UploadAsync("orders.csv", Lines)).Headers.Location!.OriginalString;
        Assert.EndsWith("/orders", orders);

        var check = (await ada.SubmitAsync(orders, "form:has(#columns)")).Headers.Location!.OriginalString;

        var text = (await ada.CheckedAsync(check)).Body!.TextContent;
        Assert.Contains("1 without a customer, 1 cancellations, 2 with a quantity of zero or less, 1 with a price of zero or less", text);
        var dataset = (await ada.SubmitAsync(check, "main form")).Headers.Location!.OriginalString;
        Assert.Equal("ready", (await site.Api().WaitAsync(dataset)).Text("status"));
        Assert.Equal("2", (await ada.OpenAsync(dataset)).QuerySelector(".kpi b")!.TextContent);
    }

    [Fact]
    public async Task A_rule_that_is_off_and_another_day_to_look_back_from_count()
    {
        var ada = await site.SignedInAsync();
        var orders = (await ada.UploadAsync("rules.csv", Lines)).Headers.Location!.OriginalString;

        var check = (await ada.SubmitAsync(orders, "form:has(#columns)", ("WithoutFree", ""), ("Reference", "2025-12-31"), ("name", "Rules"))).Headers.Location!.OriginalString;

        var text = (await ada.CheckedAsync(check)).Body!.TextContent;
        Assert.Contains("0 with a price of zero or less", text);
        Assert.Contains("looked back on from 31 Dec 2025", text);
        await ada.SubmitAsync(check, "main form");
    }

    [Fact]
    public async Task The_same_list_of_orders_again_is_nothing_new()
    {
        var first = await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Twice"));

        var second = await (await api.SendFileAsync(Lines, ("kind", "transactions"), ("name", "Twice"))).JsonAsync();

        Assert.Equal(first.Id(), second.Id());
        Assert.Equal(1, (await api.GetJsonAsync($"/datasets/{first.Id()}")).Int("version"));
    }

    [Fact]
    public async Task A_longer_list_counts_every_customer_anew_and_can_be_taken_back()
    {
        var id = (await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Longer"))).Id();
        var ada = await site.SignedInAsync();

        var orders = (await ada.UploadAsync("longer.csv", Lines + "10,K1,2025-07-31,1,20\n11,K4,2025-07-31,1,5\n", $"/datasets/new?datasetId={id}")).Headers.Location!.OriginalString;
        Assert.EndsWith("/orders", orders);
        var check = (await ada.SubmitAsync(orders, "form:has(#columns)")).Headers.Location!.OriginalString;
        Assert.Equal("3", (await ada.CheckedAsync(check)).QuerySelector(".kpi b")!.TextContent);
        await ada.SubmitAsync(check, "main form");

        var set = await api.WaitAsync($"/datasets/{id}");
        Assert.Equal(("ready", 2), (set.Text("status"), set.Int("version")));
        Assert.Equal(["K1 1 3 120", "K2 123 1 10", "K4 1 1 5"], await SumsAsync(id));
        await api.PostJsonAsync($"/datasets/{id}/undo", null, HttpStatusCode.OK);
        Assert.Equal(["K1 1 2 100", "K2 92 1 10"], await SumsAsync(id));
    }

    [Fact]
    public async Task A_list_of_the_latest_orders_alone_is_refused_since_it_would_forget_the_others()
    {
        var id = (await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Latest"))).Id();

        await api.SendFileAsync("Invoice,Customer ID,Date,Quantity,Unit Price\n10,K1,2025-07-31,1,20\n11,K1,2025-07-31,1,5\n", ("datasetId", $"{id}"));

        var set = await api.WaitAsync($"/datasets/{id}");
        Assert.Equal(("failed", 1, 0, 2), (set.Text("status"), set.Int("version"), set.GetProperty("rows").Int("imported"), set.GetProperty("rows").Int("excluded")));
        Assert.Contains("31 Jul 2025, the list that came before began on 1 Jan 2025", set.Text("error"));
        Assert.Equal(["K1 1 2 100", "K2 92 1 10"], await SumsAsync(id));
    }

    [Fact]
    public async Task A_list_that_begins_later_in_the_same_month_is_noticed_and_can_be_wanted()
    {
        var id = (await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Same month"))).Id();
        const string later = "Invoice,Customer ID,Date,Quantity,Unit Price\n10,K1,2025-01-02,1,20\n11,K1,2025-07-31,1,5\n";

        await api.SendFileAsync(later, ("datasetId", $"{id}"));

        Assert.Contains("The first order of this file is of 2 Jan 2025", (await api.WaitAsync($"/datasets/{id}")).Text("error"));
        await api.SendFileAsync(later, ("datasetId", $"{id}"), ("options", """{"acceptManyRejects":true}"""));
        Assert.Equal("ready", (await api.WaitAsync($"/datasets/{id}")).Text("status"));
        Assert.Equal(["K1 1 2 25", "K2 92 1 10"], await SumsAsync(id));
    }

    [Fact]
    public async Task A_shop_that_knows_its_customers_by_mail_has_orders_too()
    {
        var ada = await site.SignedInAsync();
        var lines = string.Concat(Enumerable.Range(1, 30).Select(i => $"#{1000 + i},user{i % 7}@shop.example,paid,2025-0{1 + i % 9}-11 10:00:00 +0100,{i}.50,{i + 5}.00\n"));

        var path = (await ada.UploadAsync("shop orders.csv", "Name,Email,Financial Status,Paid at,Subtotal,Total\n" + lines)).Headers.Location!.OriginalString;

        Assert.EndsWith("/orders", path);
        var page = await ada.OpenAsync(path);
        Assert.Equal(("Email", "Paid at", "Total"), (Chosen(page, "Customer"), Chosen(page, "Date"), Chosen(page, "Amount")));
    }

    [Fact]
    public async Task A_file_that_does_not_look_like_orders_can_be_one_nevertheless()
    {
        var ada = await site.SignedInAsync();
        var match = (await ada.UploadAsync("who knows.csv", "who,on,sum up\na,2025-01-11,3\nb,2025-01-12,4\na,2025-01-13,5\n")).Headers.Location!.OriginalString;

        var orders = (await ada.OpenAsync(match)).QuerySelectorAll("a").Single(a => a.TextContent == "It is a list of orders instead").GetAttribute("href")!;
        var check = (await ada.SubmitAsync(orders, "form:has(#columns)", ("Customer", "who"), ("Date", "on"), ("Amount", "sum up"))).Headers.Location!.OriginalString;

        Assert.Equal("2", (await ada.CheckedAsync(check)).QuerySelector(".kpi b")!.TextContent);
    }

    [Fact]
    public async Task Orders_and_customers_do_not_go_into_one_another()
    {
        var id = (await api.ImportAsync(Lines, ("kind", "transactions"), ("name", "Apart"))).Id();

        var answer = await api.SendFileAsync("Customer ID,Age\nK1,30\nK2,31\n", ("datasetId", $"{id}"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("These are no orders", await answer.Content.ReadAsStringAsync());
    }

    [SkippableFact]
    public async Task The_british_shop_has_its_published_customers_and_revenue()
    {
        var path = RealFiles.Folder("online-retail.csv.gz");
        var answer = await api.SendFileAsync(await File.ReadAllBytesAsync(path), "online-retail.csv.gz", ("kind", "transactions"));

        var set = await api.WaitAsync($"/datasets/{(await System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<System.Text.Json.JsonElement>(answer.Content)).Id()}");
        var rows = set.GetProperty("rows");
        Assert.Equal((541_909, 397_884, 144_025, 0), (rows.Int("read"), rows.Int("imported"), rows.Int("excluded"), rows.Int("rejected")));
        var columns = set.Items("columns").ToDictionary(c => c.Text("name")!);
        Assert.Equal(4_338, columns["CustomerID"].Int("distinct"));
        Assert.Equal(8_911_407.90, 4_338 * columns["Monetary"].GetProperty("mean").GetDouble(), 0.005);
        Assert.Equal((1, 374), (columns["Recency (days)"].GetProperty("min").GetDouble(), columns["Recency (days)"].GetProperty("max").GetDouble()));
    }

    private static string? Chosen(AngleSharp.Html.Dom.IHtmlDocument page, string field) => page.QuerySelector($"#{field} option[selected]")?.TextContent;

    private async Task<IEnumerable<string>> SumsAsync(int id) =>
        (await api.GetJsonAsync($"/datasets/{id}/customers")).Items().Select(c => $"{c.Text("Customer ID")} {string.Join(' ', Values(c).Take(3))}").Order();

    private static IEnumerable<double> Values(System.Text.Json.JsonElement customer) => customer.EnumerateObject().Skip(1).Select(v => v.Value.GetDouble());
}
