namespace Segmentation.Tests;

/// <summary>Collects progress at once, unlike Progress&lt;T&gt;, which posts it to someone else's thread.</summary>
internal sealed class Reports : IProgress<double>
{
    private readonly List<double> _values = [];

    public void Report(double value)
    {
        lock (_values)
            _values.Add(value);
    }

    public void AssertRisingToOne()
    {
        Assert.True(_values.Count > 3, $"Only {_values.Count} reports.");
        Assert.Equal(_values.Order(), _values);
        Assert.InRange(_values[0], 0, 0.9);
        Assert.Equal(1, _values[^1]);
    }
}
