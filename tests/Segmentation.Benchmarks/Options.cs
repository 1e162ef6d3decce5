using Segmentation.Scaling;

namespace Segmentation.Benchmarks;

/// <summary>What to time, on which numbers, with which settings.</summary>
internal sealed record Options(string File)
{
    public const string Usage = "[--columns a,b,c] [--k 5] [--starts 10] [--init centres.csv] [--iterations n] [--epsilon e] [--min-points m] "
        + "[--scaling none|standard|minmax|robust] [--seed s] [--threads t] [--repeat r] [--labels out.csv]";

    public string[]? Columns { get; init; }
    public int K { get; init; } = 5;
    public int Starts { get; init; } = 10;
    public string? Init { get; init; }
    public int Iterations { get; init; } = 300;
    public double? Epsilon { get; init; }
    public int MinPoints { get; init; } = 5;
    public ScalingMethod Scaling { get; init; } = ScalingMethod.None;
    public int Seed { get; init; } = 42;
    public int Threads { get; init; } = 2;
    public int Repeat { get; init; } = 5;
    public string? Labels { get; init; }

    public static Options Parse(string file, string[] rest)
    {
        var options = new Options(file);
        foreach (var pair in rest.Chunk(2))
        {
            if (pair is not [var name, var value])
                throw new ArgumentException($"{pair[0]} needs a value.");
            options = options.With(name, value);
        }
        return options;
    }

    private Options With(string name, string value) => name switch
    {
        "--columns" => this with { Columns = value.Split(',') },
        "--k" => this with { K = int.Parse(value) },
        "--starts" => this with { Starts = int.Parse(value) },
        "--init" => this with { Init = value },
        "--iterations" => this with { Iterations = int.Parse(value) },
        "--epsilon" => this with { Epsilon = double.Parse(value) },
        "--min-points" => this with { MinPoints = int.Parse(value) },
        "--scaling" => this with { Scaling = Enum.Parse<ScalingMethod>(value, ignoreCase: true) },
        "--seed" => this with { Seed = int.Parse(value) },
        "--threads" => this with { Threads = int.Parse(value) },
        "--repeat" => this with { Repeat = Math.Max(1, int.Parse(value)) },
        "--labels" => this with { Labels = value },
        _ => throw new ArgumentException($"Unknown option {name}. {Usage}"),
    };
}
