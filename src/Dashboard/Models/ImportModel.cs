using System.Text.Json;
using Dashboard.Csv;
using Dashboard.Data;
using Dashboard.Predictions;
using Dashboard.Runs;
using Segmentation.Clustering;
using Segmentation.Formulas;

namespace Dashboard.Models;

/// <summary>Makes a run of a model file: the model places the customers of a data set, so that its segments can be described, and from then on all others.</summary>
public sealed class ImportModel(DashboardDb db, TimeProvider time)
{
    /// <exception cref="ModelRefused">The file is none, was changed, or does not fit the data set; the message says why.</exception>
    public async Task<Run> MakeAsync(string text, string fileName, Dataset dataset, string user)
    {
        var content = ModelFile.Read(text);
        var (settings, model) = Understood(content, $"{fileName}, written for “{content.Run.Name}” on {content.Data.Customers:N0} customers of {content.Data.Name}");
        Fit(content, settings, dataset);
        var run = new Run
        {
            DatasetId = dataset.Id,
            DatasetVersion = dataset.Version,
            Name = Names.Tidy($"{content.Run.Name}, from a file"),
            Algorithm = settings.Algorithm,
            Settings = settings.ToJson(),
            Model = model.ToJson(),
            QueuedAt = time.GetUtcNow().UtcDateTime,
            CreatedBy = user,
        };
        db.Runs.Add(run);
        await db.SaveChangesAsync();
        return run;
    }

    private static (RunSettings, RunModel) Understood(ModelContent content, string from)
    {
        try
        {
            var given = new GivenContent(content);
            return (given.Settings, given.Model(from));
        }
        catch (Exception fault) when (fault is JsonException or NullReferenceException or ArgumentException or CollapsedComponentException)
        {
            throw new ModelRefused("The model in this file cannot be used: a part of it makes no sense. Download it again from the page Models.");
        }
    }

    private static void Fit(ModelContent content, RunSettings settings, Dataset dataset)
    {
        bool Has(ColumnPart wanted) => dataset.Columns.Exists(c => c.Name == wanted.Name && (wanted.Type == "number" ? c.Role == ColumnRole.Number : Customers.IsCategory(c)));
        if (content.Columns.Where(c => !Has(c)).Select(c => $"{c.Name} ({c.Type})").ToList() is { Count: > 0 } missing)
        {
            throw new ModelRefused($"“{dataset.Name}” lacks what the model needs: {string.Join(", ", missing)}. Choose another data set, or name the columns so when you import.");
        }
        try
        {
            var source = new FeatureSource(dataset.Columns, settings.Derived, settings.Features.Select(f => f.Name).Where(name => content.Features.First(f => f.Name == name).Words is null));
            if (!source.Columns.Select(c => c.Name).Order().SequenceEqual(content.Columns.Where(c => c.Type == "number").Select(c => c.Name).Order()))
            {
                throw new ModelRefused("The model in this file cannot be used: its columns are not those of its features.");
            }
        }
        catch (Exception fault) when (fault is FormulaException or KeyNotFoundException)
        {
            throw new ModelRefused($"The model in this file cannot be used: {fault.Message}");
        }
    }
}
