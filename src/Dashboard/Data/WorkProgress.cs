using System.Diagnostics;

namespace Dashboard.Data;

/// <summary>How far the work is, from 0 to 1, and what it is doing; written by the work, read by the one who watches it.</summary>
public sealed class WorkProgress : IProgress<double>
{
    private readonly List<(string Stage, long Began)> _stages = [];
    private double _from;
    private double _to = 1;
    private double _value;

    public double Value => Volatile.Read(ref _value);
    public string Stage { get; private set; } = "";

    /// <summary>What is reported next counts between these two.</summary>
    public WorkProgress Begin(string stage, double from, double to)
    {
        _stages.Add((stage, Stopwatch.GetTimestamp()));
        (Stage, _from, _to) = (stage, from, to);
        Report(0);
        return this;
    }

    public void Report(double value) => Volatile.Write(ref _value, _from + (_to - _from) * Math.Clamp(value, 0, 1));

    /// <summary>Each stage with the milliseconds that it took, once the work is over.</summary>
    public string Times()
    {
        var ends = _stages.Skip(1).Select(stage => stage.Began).Append(Stopwatch.GetTimestamp());
        return string.Join(", ", _stages.Zip(ends, (stage, end) => $"{stage.Stage} {Stopwatch.GetElapsedTime(stage.Began, end).TotalMilliseconds:0} ms"));
    }
}
