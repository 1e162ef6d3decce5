using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using static Dashboard.Models.SqlText;

namespace Dashboard.Models;

/// <summary>The segments of a run as one query, which places customers where they are kept. It runs on SQLite and on PostgreSQL as it stands.</summary>
public static class ModelSql
{
    /// <summary>Why there is no such query; null when there is.</summary>
    public static string? WhyNot(PlacingRun model) => PlacerSql.WhyNot(model.Placer.Placer, model.Placer.Preparation.Dimensions);

    public static string Write(PlacingRun model)
    {
        var (run, key) = (model.Run, model.Run.Dataset.KeyName);
        var table = new CustomerTable(run.Dataset).View;
        IEnumerable<string> steps = [.. new PointSql(model.Placer).Steps(table, key), .. PlacerSql.Steps(model.Placer.Placer)];
        return $"""
            -- {OneLine(run.Name)}: {Algorithms.Title(run.Algorithm)}, run {run.Id} on {OneLine(run.Dataset.Name)}, version {run.DatasetVersion}.
            -- For SQLite 3.35 or later with its mathematical functions, and PostgreSQL 12 or later.
            -- Write the name of your own table in place of {Name(table)}; its columns need the names and units of the data set.
            -- Who lacks a value, or has a word that the run has not seen, has no segment: NULL.
            -- Points are rounded to single precision, as the run rounded them. Where a coordinate lies exactly half way between two such
            -- numbers, or a customer equally near to two segments to the last digits, the answer may differ from that of the dashboard.
            WITH
            {string.Join(",\n", steps)}
            SELECT
              customer AS {Name(key)},
              segment,
              {SegmentNames(run)} AS segment_name
            FROM {PlacerSql.Placed}
            """ + ";\n";
    }

    private static string SegmentNames(Run run) => run.Segments.Where(s => !s.IsNoise).OrderBy(s => s.Index).ToList() is { Count: > 0 } segments
        ? $"CASE segment{string.Concat(segments.Select(s => $" WHEN {s.Index} THEN {Word(s.Name)}"))} END"
        : "CAST(NULL AS TEXT)";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
