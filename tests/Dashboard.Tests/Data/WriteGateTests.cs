using Dashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Data;

public sealed class WriteGateTests
{
    [Fact]
    public async Task One_is_inside_at_a_time_and_the_next_comes_in_when_it_leaves()
    {
        using var gate = new WriteGate();
        var first = await gate.EnterAsync(default);
        var second = gate.EnterAsync(default);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task What_is_no_news_does_not_make_answers_old()
    {
        using var gate = new WriteGate();
        var before = gate.Writes;

        (await gate.EnterAsync(isNews: false, default)).Dispose();
        Assert.Equal(before, gate.Writes);
        (await gate.EnterAsync(default)).Dispose();
        Assert.NotEqual(before, gate.Writes);
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_keep_the_gate_shut()
    {
        using var gate = new WriteGate();
        using var patience = new CancellationTokenSource();
        var inside = await gate.EnterAsync(default);
        var waiting = gate.EnterAsync(patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        inside.Dispose();
        gate.Enter(default).Dispose();
    }

    [Fact]
    public async Task Sixty_four_writers_at_once_all_get_their_turn()
    {
        using var site = new Site();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => site.ApiWithScopesAsync("read")));

        await site.UseAsync(async db => Assert.Equal(64, await db.ApiKeys.CountAsync(k => k.Name == "read")));
    }
}
