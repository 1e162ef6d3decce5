using Segmentation.Profiles;
using Segmentation.Tests.Golden;

namespace Segmentation.Tests.Profiles;

public sealed class AssociationTests
{
    [Fact]
    public void Cramers_v_agrees_with_scipy()
    {
        foreach (var golden in QualityGolden.All.Association)
        {
            var found = Association.Of(golden.Segments, [.. golden.Words.Select(word => $"{word}")])!;
            Assert.Equal(golden.CramersV, found.CramersV, 1e-12);
            Assert.InRange(found.CramersV, found.Low, found.High);
        }
    }

    [Fact]
    public void Words_that_follow_from_the_segment_are_told_without_error()
    {
        var found = Association.Of([0, 0, 1, 1, 2, 2, -1, 0], ["a", "a", "b", "b", "b", "b", "a", null])!;
        Assert.Equal((1, 1, 6), (found.CramersV, found.Lambda, found.Rows));
    }

    [Fact]
    public void Independent_words_have_neither()
    {
        var found = Association.Of([0, 0, 1, 1], ["a", "b", "a", "b"])!;
        Assert.Equal((0, 0, 0), (found.CramersV, found.Lambda, found.Low));
    }

    [Fact]
    public void The_interval_by_hand()
    {
        // χ² / n of 30, 10, 10, 30 is 1/4.
        int[] labels = [.. Enumerable.Range(0, 80).Select(i => i < 40 ? 0 : 1)];
        string?[] words = [.. labels.Select((label, i) => (i % 40 < 30) == (label == 0) ? "a" : "b")];
        var found = Association.Of(labels, words)!;
        Assert.Equal(0.5, found.CramersV, 1e-12);
        Assert.Equal(Math.Tanh(Math.Atanh(0.5) - 1.959964 / Math.Sqrt(77)), found.Low, 1e-9);
        Assert.Equal(Math.Tanh(Math.Atanh(0.5) + 1.959964 / Math.Sqrt(77)), found.High, 1e-9);
        Assert.Equal(0.5, found.Lambda);
    }

    [Fact]
    public void One_segment_or_one_word_has_no_association()
    {
        Assert.Null(Association.Of([0, 0], ["a", "b"]));
        Assert.Null(Association.Of([0, 1], ["a", "a"]));
        Assert.Null(Association.Of([-1, 1], ["a", "b"]));
    }
}
