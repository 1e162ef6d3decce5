using System.Collections.Concurrent;

namespace Dashboard.Data;

/// <summary>Answers of the database that hold until anything is written to it: for questions asked with every request.</summary>
public sealed class UntilWritten<TKey, TAnswer>(WriteGate gate) where TKey : notnull
{
    private const int MostKept = 1000;
    private readonly ConcurrentDictionary<TKey, (long Writes, TAnswer Answer)> _known = [];

    public async ValueTask<TAnswer> AskAsync(TKey key, Func<Task<TAnswer>> ask)
    {
        // Counted before asking: what is written meanwhile makes the answer old at once.
        var writes = gate.Writes;
        if (_known.TryGetValue(key, out var known) && known.Writes == writes)
        {
            return known.Answer;
        }
        var answer = await ask();
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }
        _known[key] = (writes, answer);
        return answer;
    }
}
