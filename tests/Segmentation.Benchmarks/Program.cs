using System.Globalization;
using Segmentation.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    switch (args)
    {
        case ["time", var algorithm, var file, .. var options]:
            Console.WriteLine(Timing.Run(algorithm, Options.Parse(file, options)));
            return 0;
        case ["compare"]:
            return Comparison.Run();
        default:
            Console.Error.WriteLine($"time ALGORITHM FILE.csv {Options.Usage}\n  ALGORITHM: {string.Join(", ", Timing.Algorithms)}\ncompare");
            return 2;
    }
}
catch (Exception error) when (error is ArgumentException or IOException or FormatException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
