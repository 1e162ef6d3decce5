using Dashboard.Csv;
using Dashboard.Data;

namespace Dashboard.Imports;

internal static class Reading
{
    /// <summary>Hands every record of a file to the staging, with progress, until the end or until somebody cancels.</summary>
    public static void ReadAll(this Staging staging, CsvFile file, WorkProgress progress, CancellationToken cancellation)
    {
        while (file.Read())
        {
            staging.Take(file);
            if (staging.Counts.Read % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress.Report((double)file.BytesRead / Math.Max(1, file.Length));
            }
        }
    }
}
