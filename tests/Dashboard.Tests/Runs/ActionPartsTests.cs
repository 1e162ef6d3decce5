using Dashboard.Runs;

namespace Dashboard.Tests.Runs;

public sealed class ActionPartsTests
{
    [Fact]
    public void Lines_that_begin_with_a_part_are_that_part_and_go_on_below()
    {
        var parts = ActionParts.Of("Think first.\nOffer: Bundles\nand points\n avoid:  Credit\nChannel:");

        Assert.Equal("Think first.", parts.Rest);
        Assert.Equal([("Offer", "Bundles\nand points"), ("Avoid", "Credit")], parts.Parts);
    }

    [Fact]
    public void A_text_without_parts_stays_as_it_is()
    {
        var parts = ActionParts.Of("Call them.\nOffers: none");

        Assert.Equal("Call them.\nOffers: none", parts.Rest);
        Assert.Equal(parts.Rest, parts.Short);
        Assert.Empty(parts.Parts);
    }

    [Fact]
    public void What_is_put_together_comes_apart_again()
    {
        var parts = ActionParts.Of(ActionParts.Text("a", "b", "c", "d"));

        Assert.Equal([("Offer", "a"), ("Channel", "b"), ("Tone", "c"), ("Avoid", "d")], parts.Parts);
        Assert.Equal("a", parts.Short);
    }
}
